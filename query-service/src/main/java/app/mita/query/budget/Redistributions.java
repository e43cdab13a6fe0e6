package app.mita.query.budget;

import app.mita.api.budget.RebalanceDocument;
import app.mita.query.readmodel.Rows;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;

/** The rows of read model {@code redistribution}: one for each time an overspent category got money. */
@Component
final class Redistributions {

    private static final String NEWEST = """
            select document from read_model.redistribution
            where generation = (select live_generation from read_model.projection where name = 'redistribution')
              and user_id = $1
            order by sort_at desc, key desc
            limit $2
            """;

    private static final ObjectReader DOCUMENT = MitaJson.mapper().readerFor(RebalanceDocument.class);

    private final Rows rows;

    Redistributions(Rows rows) {
        this.rows = rows;
    }

    /** The newest first. */
    Mono<List<RebalanceDocument>> newest(UUID user, int limit) {
        return rows.list(NEWEST, List.of(user, limit), row -> DOCUMENT.readValue(row.get(0, byte[].class)));
    }
}
