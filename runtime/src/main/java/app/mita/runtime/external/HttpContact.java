package app.mita.runtime.external;

import app.mita.runtime.external.ExternalService.NoAnswer;
import java.net.URI;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks services that speak HTTP. Who asks bounds the time. */
@Component
public final class HttpContact {

    private final WebClient http;

    HttpContact(ReactorResourceFactory resources) {
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(resources, client -> client))
                .build();
    }

    /** @return empty when there is a document; fails with {@link NoAnswer} on any other status */
    public Mono<Void> document(URI address) {
        return status(address).flatMap(status -> status / 100 == 2 ? Mono.empty() : Mono.error(wrong(status)));
    }

    /** @return empty when anything but a fault of the server is answered, be it a refusal */
    public Mono<Void> anything(URI address) {
        return status(address).flatMap(status -> status / 100 != 5 ? Mono.empty() : Mono.error(wrong(status)));
    }

    private Mono<Integer> status(URI address) {
        return http.get().uri(address).exchangeToMono(response -> response.releaseBody()
                .thenReturn(response.statusCode().value()));
    }

    private static NoAnswer wrong(int status) {
        return new NoAnswer("It answers with status " + status);
    }
}
