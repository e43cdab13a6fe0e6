package app.mita.command.relay;

import app.mita.runtime.database.Database;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which node relays: the one whose connection holds an advisory lock of the database, so that it is free again as soon
 * as that connection is gone. It only keeps nodes from fencing each other all the time; that no two of them publish is
 * Kafka's doing.
 */
class Leadership {

    private static final long CHECK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final Database database;
    private final String lock;

    /** @param topic the one led; each topic has its own leader */
    Leadership(Database database, String topic) {
        this.database = database;
        this.lock = "mita relay to " + topic;
    }

    /**
     * Asks for the lead.
     *
     * @return null while another node has it
     */
    @Nullable
    Term claim() throws Exception {
        PostgresqlConnection connection = Patience.await(database.connect("relay"));
        if (connection == null) {
            throw new IllegalStateException("no connection");
        }
        boolean mine = false;
        try {
            mine = Boolean.TRUE.equals(Patience.await(lock(connection)));
        } finally {
            if (!mine) {
                close(connection);
            }
        }
        return mine ? new Term(connection) : null;
    }

    private Mono<Boolean> lock(PostgresqlConnection connection) {
        return connection
                .createStatement("select pg_try_advisory_lock(hashtextextended($1, 0))")
                .bind("$1", lock)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .single();
    }

    private static void close(PostgresqlConnection connection) {
        connection.close().timeout(CLOSE_LIMIT).onErrorComplete().subscribe();
    }

    /** The time that this node leads. Used by one thread. */
    static final class Term implements AutoCloseable {

        private final PostgresqlConnection connection;
        private long checked = System.nanoTime();

        private Term(PostgresqlConnection connection) {
            this.connection = connection;
        }

        /** Asks the database, at most once a second. */
        boolean holds() throws Exception {
            if (System.nanoTime() - checked < CHECK_NANOS) {
                return true;
            }
            boolean alive = Boolean.TRUE.equals(Patience.await(Mono.from(connection.validate(ValidationDepth.REMOTE))));
            checked = System.nanoTime();
            return alive;
        }

        @Override
        public void close() {
            Leadership.close(connection);
        }
    }
}
