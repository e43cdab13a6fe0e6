package app.mita.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The read side as a process of its own. */
@SpringBootApplication(scanBasePackages = {"app.mita.runtime", "app.mita.query"})
public class QueryServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QueryServiceApplication.class, arguments);
    }
}
