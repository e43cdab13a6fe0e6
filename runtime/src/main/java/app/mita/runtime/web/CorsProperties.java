package app.mita.runtime.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param allowedOrigins sites whose pages may call us with credentials, such as {@code https://app.example}; none by default */
@ConfigurationProperties("mita.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
