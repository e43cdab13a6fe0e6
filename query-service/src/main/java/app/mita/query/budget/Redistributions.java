package app.mita.query.budget;

import app.mita.api.budget.RebalanceDocument;
import app.mita.api.budget.RedistributionHistoryView;
import app.mita.query.readmodel.RowList;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/**
 * The newest redistributions, the newest first: a row for each time an overspent category got money.
 *
 * @param limit of what one category gave to another; a row has one or more
 */
record Redistributions(int limit) implements RowList {

    private static final String NEWEST = """
            select key, position, document, sort_at from read_model.redistribution
            where generation = live.generation and user_id = wanted.user_id
            order by sort_at desc, key desc limit wanted.p1::bigint""";

    private static final ObjectReader DOCUMENTS =
            MitaJson.mapper().readerFor(new TypeReference<List<RebalanceDocument>>() {});

    @Override
    public String model() {
        return "redistribution";
    }

    @Override
    public String rows() {
        return NEWEST;
    }

    @Override
    public List<String> parameters() {
        return List.of(String.valueOf(limit));
    }

    @Override
    public long weight() {
        return limit;
    }

    @Override
    public byte[] draw(byte[] documents) {
        List<RebalanceDocument> rebalances = DOCUMENTS.readValue(documents);
        return MitaJson.mapper().writeValueAsBytes(RedistributionHistoryView.of(rebalances, limit));
    }
}
