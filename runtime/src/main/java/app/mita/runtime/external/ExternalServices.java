package app.mita.runtime.external;

import app.mita.runtime.external.ExternalService.NoAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that this process knows of, and how they are. */
@Component
public final class ExternalServices {

    /** Whoever asks us often does not make us ask others often. */
    private static final Duration RECENT = Duration.ofSeconds(30);

    private final List<ExternalService> services;
    private final Clock clock;
    private final Mono<List<Contact>> recent;

    ExternalServices(List<ExternalService> services, Clock clock) {
        this.services = services;
        this.clock = clock;
        this.recent = contactAll().cache(RECENT);
    }

    public Optional<ExternalService> find(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    public List<ExternalService> all() {
        return services;
    }

    /** Asks now. Never fails. */
    public Mono<List<Contact>> contactAll() {
        return Flux.fromIterable(services).flatMapSequential(this::contact).collectList();
    }

    /** Of the last half minute. Never fails. */
    public Mono<List<Contact>> recent() {
        return recent;
    }

    /** Asks now, unless it is not enabled. Never fails. */
    public Mono<Contact> contact(ExternalService service) {
        if (!service.isEnabled()) {
            return Mono.just(Contact.notAsked(service));
        }
        return Mono.defer(service::ask)
                .timeout(service.timeout())
                .thenReturn("")
                .onErrorResume(failure -> Mono.just(reason(failure)))
                .timed()
                .map(answer -> new Contact(
                        service,
                        answer.get().isEmpty(),
                        answer.get().isEmpty() ? null : answer.get(),
                        answer.elapsed(),
                        clock.instant()));
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case NoAnswer known -> String.valueOf(known.getMessage());
            case TimeoutException _ -> "It does not answer in time";
            default -> "It cannot be reached";
        };
    }
}
