package app.mita.query.readmodel;

import app.mita.query.readmodel.LoopReads.Read;
import io.netty.channel.EventLoop;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;

/** Reads by a shared query, each together with others of its own event loop. */
final class SharedReads<W, C extends SharedQuery.Changed<C>> {

    private final Supplier<EventLoop> callersLoop;
    private final Mono<PostgresqlConnection> connect;
    private final SharedQuery<W, C> query;
    private final int fullWeight;
    private final Map<EventLoop, LoopReads<W, C>> loops = new ConcurrentHashMap<>();

    /**
     * @param callersLoop the event loop of whoever asks; another thread's is any
     * @param connect     opens a connection whose answers arrive on the loop that it was opened on
     * @param fullWeight  from which on a query takes no further read along
     */
    SharedReads(
            Supplier<EventLoop> callersLoop,
            Mono<PostgresqlConnection> connect,
            SharedQuery<W, C> query,
            int fullWeight) {
        this.callersLoop = callersLoop;
        this.connect = connect;
        this.query = query;
        this.fullWeight = fullWeight;
    }

    /**
     * @param weight of all that is wanted, in rows that the database looks at
     * @return those of the wanted that are not as held; the places in it are those in {@code wanted}. Never empty
     */
    Mono<List<C>> changed(List<W> wanted, long weight) {
        return Mono.create(
                sink -> loops.computeIfAbsent(callersLoop.get(), this::readsOf).read(new Read<>(wanted, weight, sink)));
    }

    /** The sum over the event loops that have read so far. */
    int sum(ToIntFunction<LoopReads<W, C>> figure) {
        return loops.values().stream().mapToInt(figure).sum();
    }

    /** Gives the connections back; for when no read is under way. */
    void close() {
        loops.values().forEach(LoopReads::close);
    }

    private LoopReads<W, C> readsOf(EventLoop loop) {
        return new LoopReads<>(loop, connect, query, fullWeight);
    }
}
