package app.mita.query.transactions;

import app.mita.api.transactions.MerchantDocument;
import app.mita.query.readmodel.Rows;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;

/** The rows of read model {@code merchant}: one for each place that the user spends at. */
@Component
final class Merchants {

    private static final int MOST = 10;

    private static final String MATCHING = """
            select document from read_model.merchant
            where generation = (select live_generation from read_model.projection where name = 'merchant')
              and user_id = $1 and strpos(key, $2) > 0
            order by (document::json ->> 'frequency')::bigint desc, key
            limit $3
            """;

    private static final ObjectReader DOCUMENT = MitaJson.mapper().readerFor(MerchantDocument.class);

    private final Rows rows;

    Merchants(Rows rows) {
        this.rows = rows;
    }

    /** Those whose name contains the text, in whatever case; the most frequent first, at most ten. */
    Mono<List<MerchantDocument>> matching(UUID user, String text) {
        var part = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return rows.list(MATCHING, List.of(user, part, MOST), row -> DOCUMENT.readValue(row.get(0, byte[].class)));
    }
}
