package app.mita.projection.operations;

import app.mita.projection.engine.Repairs;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the documents are right, and making one user's right again. */
@Component
public class Rebuilds {

    private final DatabaseClient database;
    private final Operations operations;
    private final Repairs repairs;

    Rebuilds(DatabaseClient database, Operations operations, Repairs repairs) {
        this.database = database;
        this.operations = operations;
        this.repairs = repairs;
    }

    /** Compares a projection's live documents with a new fold of the log, on some node; the result is a Verdict. */
    public Mono<Operation> verify(Deed deed) {
        return operations.request(
                deed, () -> Standing.locked(database, name(deed)).then());
    }

    /** Folds one user's documents again from the log. */
    public Mono<Operation> rebuild(Deed deed, UUID user) {
        return operations.perform(deed, () -> Standing.locked(database, name(deed))
                .then(Mono.defer(() -> repairs.rebuild(name(deed), user))));
    }

    private static String name(Deed deed) {
        return Objects.requireNonNull(deed.projection());
    }
}
