package app.mita.query.readmodel;

import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * A query that asks on behalf of many readers in one round trip, each with the version of what it holds: only what differs
 * comes back.
 *
 * @param <W> what is wanted
 * @param <C> what has changed
 */
interface SharedQuery<W, C extends SharedQuery.Changed<C>> {

    /**
     * @param statements prepares a statement of the SQL, on a connection that nobody else uses meanwhile
     * @return those of the wanted that are not as held, in any order
     */
    Flux<C> ask(Function<String, Statement> statements, List<W> wanted);

    /** An answer, and which of the wanted it is about. */
    interface Changed<C> {

        int place();

        /** The same for one whose first wanted stands at {@code first}. */
        C countedFrom(int first);
    }
}
