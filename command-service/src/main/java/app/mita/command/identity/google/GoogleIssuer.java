package app.mita.command.identity.google;

import app.mita.runtime.external.ExternalService;
import app.mita.runtime.external.HttpContact;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The issuer of ID tokens, for diagnostics: whether its keys can be had, without which no token can be checked. */
@Component
final class GoogleIssuer implements ExternalService {

    private final GoogleProperties properties;
    private final HttpContact http;

    GoogleIssuer(GoogleProperties properties, HttpContact http) {
        this.properties = properties;
        this.http = http;
    }

    @Override
    public String name() {
        return "google_oauth";
    }

    @Override
    public String title() {
        return "Google OAuth";
    }

    @Override
    public boolean isEnabled() {
        return properties.isEnabled();
    }

    @Override
    public Duration timeout() {
        return GoogleIdTokens.AT_MOST;
    }

    @Override
    public Mono<Void> ask() {
        return http.document(properties.jwksUri());
    }
}
