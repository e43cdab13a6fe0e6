package app.mita.query.readmodel;

import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** Lists over a test's database, with a cache of their own. */
public final class ListsBed {

    private ListsBed() {}

    public static Lists over(Database database) {
        return over(database, new ReadCache(10_000_000));
    }

    static Lists over(Database database, ReadCache cache) {
        var reads = ReadModelConfiguration.reads(
                "lists",
                new ListQuery(Generations.LIVE),
                ReadModelConfiguration.ROWS,
                database,
                new SimpleMeterRegistry());
        return new Lists(reads, cache);
    }

    /** What the database is asked for that list. */
    public static String sql(RowList list) {
        return new ListQuery(Generations.LIVE).sql(List.of(ListQuery.Kind.of(list)));
    }
}
