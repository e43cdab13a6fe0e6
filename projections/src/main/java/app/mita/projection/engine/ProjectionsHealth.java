package app.mita.projection.engine;

import app.mita.runtime.health.HealthPart;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What /health says of the projections of this node, and of everybody's dead letters. */
@Component
final class ProjectionsHealth implements HealthPart {

    private final ProjectionStatus status;
    private final DatabaseClient database;
    private final Clock clock;

    ProjectionsHealth(ProjectionStatus status, DatabaseClient database, Clock clock) {
        this.status = status;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public Mono<State> check() {
        return database.sql("""
            select count(*) from read_model.dead_letter d
            join read_model.projection p on (p.name, p.live_generation) = (d.projection, d.generation)
            """)
                .map(row -> row.get(0, Long.class))
                .one()
                .map(letters -> state(status.connected(), letters))
                .onErrorResume(failure -> Mono.just(state(false, null)));
    }

    private State state(boolean connected, @Nullable Long deadLetters) {
        var now = clock.instant();
        var details = new LinkedHashMap<String, Object>();
        details.put("lag_events", Lag.events(status.standings()));
        details.put("lag_seconds", Lag.seconds(status.standings(), now));
        if (deadLetters != null) {
            details.put("dead_letters", deadLetters);
        }
        return new State(connected ? "connected" : "disconnected", Map.copyOf(details));
    }
}
