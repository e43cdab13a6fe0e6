package app.mita.command.eventstore;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Queries of the event store, each on a connection of its pool. */
final class Statements {

    private final ConnectionPool pool;

    Statements(ConnectionPool pool) {
        this.pool = pool;
    }

    /** @return all rows; fails with {@link EventStoreUnavailable} whatever went wrong */
    <T> Mono<List<T>> rows(String sql, UnaryOperator<Statement> bindings, Function<Readable, T> mapping) {
        return Flux.usingWhen(
                        pool.create(),
                        connection -> Flux.from(bindings.apply(connection.createStatement(sql))
                                        .execute())
                                .flatMap(result -> result.map(mapping)),
                        Connection::close)
                .collectList()
                .onErrorMap(EventStoreUnavailable::new);
    }
}
