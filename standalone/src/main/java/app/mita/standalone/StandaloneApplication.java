package app.mita.standalone;

import app.mita.runtime.RuntimeConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** All services in one context, on one port: the same beans as in the three applications, whose own mains stay out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RuntimeConfiguration.class)
@ComponentScan(
        // Features have the same names on every side, and so have their controllers.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        basePackages = {"app.mita.command", "app.mita.projection", "app.mita.query"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "app\\.mita\\.(command|projection|query)\\.\\w+Application"))
@ConfigurationPropertiesScan({"app.mita.command", "app.mita.projection", "app.mita.query"})
public class StandaloneApplication {}
