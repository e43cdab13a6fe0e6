package app.mita.query.transactions;

import app.mita.api.transactions.TransactionView;
import app.mita.query.readmodel.Rows;
import app.mita.query.web.Span;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;

/** The rows of read model {@code transaction}: one for each live transaction, ordered by when it was spent. */
@Component
public final class Transactions {

    private static final String OF_USER = """
            select document from read_model.transaction
            where generation = (select live_generation from read_model.projection where name = 'transaction')
              and user_id = $1
            """;
    private static final String ONE = OF_USER + " and key = $2";
    private static final String NEWEST = OF_USER + " order by sort_at desc, key desc limit $2";
    private static final String SPAN =
            OF_USER + " and sort_at >= $2 and sort_at < $3 order by sort_at desc, key desc limit $4";

    private static final ObjectReader VIEW = MitaJson.mapper().readerFor(TransactionView.class);

    private final Rows rows;

    Transactions(Rows rows) {
        this.rows = rows;
    }

    /** As JSON; empty for an id that the user has no live transaction under. */
    public Mono<byte[]> find(UUID user, UUID id) {
        return documents(ONE, List.of(user, id.toString()))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** The newest first. */
    public Mono<List<TransactionView>> newest(UUID user, int limit) {
        return documents(NEWEST, List.of(user, limit)).map(Transactions::parsed);
    }

    /** The newest first. */
    public Mono<List<TransactionView>> within(UUID user, Span span, int limit) {
        return documents(SPAN, List.of(user, span.from(), span.until(), limit)).map(Transactions::parsed);
    }

    private Mono<List<byte[]>> documents(String sql, List<Object> parameters) {
        return rows.list(sql, parameters, row -> row.get(0, byte[].class));
    }

    private static List<TransactionView> parsed(List<byte[]> documents) {
        return documents.stream().<TransactionView>map(VIEW::readValue).toList();
    }
}
