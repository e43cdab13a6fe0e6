package app.mita.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The write side as a process of its own. */
@SpringBootApplication(scanBasePackages = {"app.mita.runtime", "app.mita.command"})
public class CommandServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandServiceApplication.class, arguments);
    }
}
