package app.mita.query.readmodel;

import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Documents over a test's database. */
final class DocumentsBed {

    private DocumentsBed() {}

    static Documents over(
            Database database, Generations generations, ReadCache cache, Clock clock, MeterRegistry meters) {
        var query = new DocumentQuery(generations);
        var reads =
                ReadModelConfiguration.reads("documents", query, ReadModelConfiguration.DOCUMENTS, database, meters);
        return new Documents(reads, cache, clock);
    }
}
