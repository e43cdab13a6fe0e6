package app.mita.runtime.health;

import app.mita.runtime.health.CheckedParts.CheckedPart;
import app.mita.runtime.health.HealthPart.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks all parts of this process at once how they are. */
@Component
public final class HealthChecks {

    private static final Duration MOST = Duration.ofSeconds(1);

    private final List<HealthPart> parts;

    HealthChecks(List<HealthPart> parts) {
        this.parts = parts;
    }

    /** Never fails, and takes about a second at most. */
    public Mono<CheckedParts> check() {
        return Flux.fromIterable(parts)
                .flatMapSequential(HealthChecks::check)
                .collectList()
                .map(CheckedParts::new);
    }

    private static Mono<CheckedPart> check(HealthPart part) {
        return Mono.defer(part::check)
                .timeout(MOST, Mono.fromSupplier(CheckedParts::late))
                .onErrorReturn(new State("disconnected", Map.of()))
                .timed()
                .map(state -> new CheckedPart(part.name(), state.get(), state.elapsed()));
    }
}
