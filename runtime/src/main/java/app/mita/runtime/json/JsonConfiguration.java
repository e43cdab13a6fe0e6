package app.mita.runtime.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** WebFlux reads and writes bodies with it. */
    @Bean
    JsonMapper jsonMapper() {
        return MitaJson.mapper();
    }
}
