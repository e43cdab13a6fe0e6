package app.mita.runtime.external;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where traces go, for diagnostics: it takes POST alone, so any answer to a GET says that it is there. */
@Component
final class TraceCollector implements ExternalService {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final String endpoint;
    private final HttpContact http;

    TraceCollector(@Value("${mita.tracing.endpoint:}") String endpoint, HttpContact http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public String name() {
        return "tracing";
    }

    @Override
    public String title() {
        return "Trace collector (OTLP)";
    }

    @Override
    public boolean isEnabled() {
        return !endpoint.isBlank();
    }

    @Override
    public Duration timeout() {
        return AT_MOST;
    }

    @Override
    public Mono<Void> ask() {
        return http.anything(URI.create(endpoint));
    }
}
