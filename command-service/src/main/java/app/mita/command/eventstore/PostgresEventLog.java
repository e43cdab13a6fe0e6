package app.mita.command.eventstore;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the table; told of new heads by {@link Heads}. */
final class PostgresEventLog implements EventLog {

    private static final String PAGE = "select " + StoredEventRow.COLUMNS
            + " from event_store.event where position > $1 order by position limit $2";
    static final String HEAD = "select coalesce(max(position), 0) from event_store.event";

    private final Statements statements;
    private final Heads heads;

    PostgresEventLog(Statements statements, Heads heads) {
        this.statements = statements;
        this.heads = heads;
    }

    @Override
    public Mono<List<StoredEvent>> readAfter(long position, int limit) {
        return statements.rows(
                PAGE, statement -> statement.bind(0, position).bind(1, limit), row -> StoredEventRow.read(row, 0));
    }

    @Override
    public Mono<Long> head() {
        return statements
                .rows(HEAD, statement -> statement, row -> row.get(0, Long.class))
                .map(List::getFirst);
    }

    @Override
    public Flux<Long> heads() {
        return heads.watch();
    }
}
