package app.mita.runtime.health;

import java.util.Map;
import reactor.core.publisher.Mono;

/** A part that {@code /health} reports on; a bean of the module that uses the part. */
public interface HealthPart {

    /** Key in the answer, such as {@code database}, {@code kafka}, {@code projections}. */
    String name();

    /** Never fails; the health route bounds its time and says {@code timeout} past it. */
    Mono<State> check();

    /**
     * @param status  {@code connected} or {@code disconnected}
     * @param details figures for operators, such as lag in events; may be empty
     */
    record State(String status, Map<String, Object> details) {}
}
