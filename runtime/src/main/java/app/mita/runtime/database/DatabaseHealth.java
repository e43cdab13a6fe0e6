package app.mita.runtime.database;

import app.mita.runtime.health.HealthPart;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class DatabaseHealth implements HealthPart {

    private final DatabaseClient database;

    DatabaseHealth(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Mono<State> check() {
        return database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .map(one -> new State("connected", Map.of()))
                .onErrorReturn(new State("disconnected", Map.of()));
    }
}
