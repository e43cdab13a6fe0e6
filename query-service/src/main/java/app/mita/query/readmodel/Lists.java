package app.mita.query.readmodel;

import app.mita.query.readmodel.ListQuery.ChangedList;
import app.mita.query.readmodel.ListQuery.HeldList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lists of rows as they are now. A list that this node has answered with before is not sent again while its rows, each
 * with its position, have the same digest: 64 bits, so that two different pages of a user are taken for one once in
 * 10<sup>19</sup> changes.
 */
public final class Lists implements AutoCloseable {

    private static final int NOTHING_HELD = -1;

    private final SharedReads<HeldList, ChangedList> reads;
    private final ReadCache cache;

    Lists(SharedReads<HeldList, ChangedList> reads, ReadCache cache) {
        this.reads = reads;
        this.cache = cache;
    }

    /** The list's data as JSON; never empty. Fails when the database cannot be asked. The array must not be changed. */
    public Mono<byte[]> draw(UUID user, RowList list) {
        return Mono.defer(() -> {
            long asked = cache.repairs();
            var held = cache.find(user, list);
            return reads.changed(List.of(wanted(user, list, held)), list.weight())
                    .flatMap(changed -> {
                        if (!changed.isEmpty()) {
                            var page = changed.getFirst();
                            var drawn = new DrawnList(page.generation(), page.digest(), list.draw(page.documents()));
                            cache.keep(user, list, drawn, asked);
                            return Mono.just(drawn.json());
                        }
                        return held != null && cache.repairs() == asked ? Mono.just(held.json()) : draw(user, list);
                    });
        });
    }

    private static HeldList wanted(UUID user, RowList list, @Nullable DrawnList held) {
        return held == null
                ? new HeldList(user, list, NOTHING_HELD, NOTHING_HELD)
                : new HeldList(user, list, held.generation(), held.digest());
    }

    @Override
    public void close() {
        reads.close();
    }
}
