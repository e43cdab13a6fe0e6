package app.mita.query.readmodel;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows read through their indexes, with nothing kept. */
public final class Rows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final Generations generations;

    public Rows(ConnectionFactory connections, Generations generations) {
        this.connections = connections;
        this.generations = generations;
    }

    /**
     * @param sql        a constant of the program, with $1, $2 … for the parameters
     * @param parameters none of them null
     * @param mapping    reads one row; never null
     * @return every row, in the query's order
     */
    public <T> Mono<List<T>> list(String sql, List<Object> parameters, Function<Row, T> mapping) {
        return Flux.usingWhen(
                        connections.create(),
                        connection -> rows(connection, generations.in(sql), parameters, mapping),
                        Connection::close)
                .collectList()
                .timeout(PATIENCE);
    }

    private static <T> Flux<T> rows(
            Connection connection, String sql, List<Object> parameters, Function<Row, T> mapping) {
        var statement = connection.createStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.bind(i, parameters.get(i));
        }
        return Flux.from(statement.execute()).concatMap(result -> result.map((row, metadata) -> mapping.apply(row)));
    }
}
