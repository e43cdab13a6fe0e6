package app.mita.projection.operations;

import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holding a live projection where it is: its readers see it stand still, and writes that wait for it say so. */
@Component
public class Pauses {

    private final DatabaseClient database;
    private final Operations operations;

    Pauses(DatabaseClient database, Operations operations) {
        this.database = database;
        this.operations = operations;
    }

    /** From the answer on nothing is stored in it. */
    public Mono<Operation> pause(Deed deed) {
        return hold(deed, true);
    }

    /** It catches up alone and then moves with the others again. */
    public Mono<Operation> resume(Deed deed) {
        return hold(deed, false);
    }

    private Mono<Operation> hold(Deed deed, boolean paused) {
        return operations.perform(deed, () -> Standing.locked(database, Objects.requireNonNull(deed.projection()))
                .flatMap(
                        standing -> database.sql("update read_model.projection set paused = :paused where name = :name")
                                .bind("paused", paused)
                                .bind("name", standing.name())
                                .then()
                                .then(database.sql("select read_model.fence(:name, :generation)")
                                        .bind("name", standing.name())
                                        .bind("generation", standing.live())
                                        .then())
                                .thenReturn(Map.of("paused", paused))));
    }
}
