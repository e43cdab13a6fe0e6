package app.mita.query.transactions;

import app.mita.api.transactions.Category;
import app.mita.query.readmodel.RowList;
import app.mita.query.web.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a user's transactions, the newest first.
 *
 * @param category null for all
 */
record TransactionPage(Span span, @Nullable Category category, int skip, int limit) implements RowList {

    private static final String SPAN = """
            select key, position, document, sort_at from read_model.transaction
            where generation = live.generation and user_id = wanted.user_id
              and sort_at >= wanted.p1::timestamptz and sort_at < wanted.p2::timestamptz %s
            order by sort_at desc, key desc offset wanted.p3::bigint limit wanted.p4::bigint""";
    private static final String ALL = SPAN.formatted("");
    private static final String OF_CATEGORY = SPAN.formatted("and facet = wanted.p5");

    @Override
    public String model() {
        return "transaction";
    }

    @Override
    public String rows() {
        return category == null ? ALL : OF_CATEGORY;
    }

    @Override
    public List<String> parameters() {
        var from = span.from().toString();
        var until = span.until().toString();
        var offset = String.valueOf(skip);
        var most = String.valueOf(limit);
        return category == null
                ? List.of(from, until, offset, most)
                : List.of(from, until, offset, most, category.word());
    }

    @Override
    public long weight() {
        return (long) skip + limit;
    }

    @Override
    public byte[] draw(byte[] documents) {
        return documents;
    }
}
