package app.mita.runtime.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param trustForwarded whether a gateway in front sets X-Forwarded-For; never true when clients reach us directly */
@ConfigurationProperties("mita.web")
record WebProperties(@DefaultValue("false") boolean trustForwarded) {}
