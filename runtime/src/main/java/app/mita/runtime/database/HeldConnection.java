package app.mita.runtime.database;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One connection, opened when first needed and kept; after a failure on it, whatever it was, the next use opens
 * another. For one user at a time.
 */
public final class HeldConnection {

    private final Mono<PostgresqlConnection> connect;
    private final AtomicReference<@Nullable PostgresqlConnection> held = new AtomicReference<>();

    public HeldConnection(Mono<PostgresqlConnection> connect) {
        this.connect = connect;
    }

    /** @return fails with {@link NotConnected} when the use did not begin */
    public <T> Mono<T> use(Function<PostgresqlConnection, Mono<T>> use) {
        return Mono.defer(() -> {
            var ready = held.get();
            return ready != null
                    ? used(ready, use)
                    : connect.onErrorMap(NotConnected::new)
                            .doOnNext(held::set)
                            .flatMap(connection -> used(connection, use));
        });
    }

    private <T> Mono<T> used(PostgresqlConnection connection, Function<PostgresqlConnection, Mono<T>> use) {
        return use.apply(connection).doOnError(failure -> discard()).doOnCancel(this::discard);
    }

    /** Whether a use would begin on a connection that has been used before, and may have been broken since. */
    public boolean isOpen() {
        return held.get() != null;
    }

    /** Does not wait for the other side, which may be gone. */
    public void discard() {
        var broken = held.getAndSet(null);
        if (broken != null) {
            broken.close().onErrorComplete().subscribe();
        }
    }

    /** The use did not begin. */
    public static final class NotConnected extends RuntimeException {

        NotConnected(Throwable cause) {
            super("no connection: " + cause.getMessage(), cause);
        }
    }
}
