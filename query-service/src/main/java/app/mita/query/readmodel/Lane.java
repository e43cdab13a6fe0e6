package app.mita.query.readmodel;

import app.mita.runtime.database.HeldConnection;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One connection that asks a shared query, for one use at a time. The driver parses each statement once. */
final class Lane<W, C extends SharedQuery.Changed<C>> {

    private final HeldConnection connection;
    private final SharedQuery<W, C> query;
    private final Map<String, Statement> statements = new HashMap<>();
    private @Nullable PostgresqlConnection prepared;

    /** @param connect opens a connection, which is then held */
    Lane(Mono<PostgresqlConnection> connect, SharedQuery<W, C> query) {
        this.connection = new HeldConnection(connect);
        this.query = query;
    }

    /**
     * Those of the wanted that are not as held. What breaks on a connection that was used before is asked again, once: the
     * database may have restarted.
     */
    Mono<List<C>> changed(List<W> wanted) {
        var asked = connection.use(
                open -> query.ask(sql -> statement(open, sql), wanted).collectList());
        return connection.isOpen() ? asked.onErrorResume(broken -> asked) : asked;
    }

    void close() {
        connection.discard();
    }

    private Statement statement(PostgresqlConnection open, String sql) {
        if (prepared != open) {
            prepared = open;
            statements.clear();
        }
        return statements.computeIfAbsent(sql, open::createStatement);
    }
}
