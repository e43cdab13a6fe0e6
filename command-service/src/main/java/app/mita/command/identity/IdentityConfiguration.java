package app.mita.command.identity;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;

/** Settings of identity are records beside what they set. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class IdentityConfiguration {}
