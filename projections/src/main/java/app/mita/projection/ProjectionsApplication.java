package app.mita.projection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The read side's writer: folds events into read models. */
@SpringBootApplication(scanBasePackages = {"app.mita.runtime", "app.mita.projection"})
public class ProjectionsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectionsApplication.class, arguments);
    }
}
