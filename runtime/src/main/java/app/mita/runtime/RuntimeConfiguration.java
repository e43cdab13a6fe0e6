package app.mita.runtime;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * What every service needs to run. A service scans this package (or imports this class) and gets HTTP conventions,
 * token checks, the database, personal-data keys, health and metrics.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
@PropertySource("classpath:app/mita/runtime/defaults.properties")
public class RuntimeConfiguration {}
