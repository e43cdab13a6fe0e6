package app.mita.query.transactions;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionView;
import app.mita.query.ReadModelDatabase;
import app.mita.query.readmodel.Lists;
import app.mita.query.readmodel.ListsBed;
import app.mita.query.web.Span;
import app.mita.runtime.database.Database;
import app.mita.runtime.json.MitaJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One user with 100,000 transactions, one every five minutes, among others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigHistoryTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SIZE = 100_000;

    private final UUID user = UUID.randomUUID();
    private ReadModelDatabase rows;
    private Database database;
    private Lists lists;

    @BeforeAll
    void fill() {
        rows = new ReadModelDatabase();
        for (int generation : List.of(2, 3, 1)) {
            rows.live("transaction", generation);
        }
        database = rows.database();
        lists = ListsBed.over(database);
        insert(user, SIZE);
        for (int other = 0; other < 20; other++) {
            insert(UUID.randomUUID(), 500);
        }
        rows.execute("vacuum (analyze) read_model.transaction");
    }

    private void insert(UUID owner, int count) {
        rows.execute("""
                insert into read_model.transaction (generation, user_id, key, document, sort_at, facet, position)
                select 1, o.id, t.key, json_build_object(
                    'id', t.key, 'user_id', o.id, 'category', t.category, 'amount', 1.00 * i / 100, 'currency', 'USD',
                    'description', 'number ' || i, 'merchant', null, 'location', null, 'tags', null,
                    'is_recurring', false, 'confidence_score', null, 'receipt_url', null, 'notes', null,
                    'goal_id', null, 'spent_at', t.spent_at, 'created_at', t.spent_at, 'updated_at', t.spent_at,
                    'deleted_at', null), t.spent_at, t.category, i
                from (select ?::uuid as id) o, generate_series(1, ?) i, lateral (
                    select gen_random_uuid()::text as key,
                           case when i %% 5000 = 0 then 'gifts' else 'food' end as category,
                           timestamptz '2025-01-01 00:00:00Z' + i * interval '5 minutes' as spent_at) t""".replace("%%", "%"), owner, count);
    }

    @AfterAll
    void disconnect() throws Exception {
        database.destroy();
        rows.close();
    }

    private List<TransactionView> page(Category category, Span span, int skip, int limit) {
        var data = lists.draw(user, new TransactionPage(span, category, skip, limit))
                .block(DEADLINE);
        return MitaJson.mapper().readerForListOf(TransactionView.class).readValue(data);
    }

    private static Span always() {
        return Span.of(null, null, java.time.ZoneOffset.UTC);
    }

    private static Instant at(int number) {
        return FIRST.plus(Duration.ofMinutes(5L * number));
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        var seen = new ArrayList<Instant>();
        for (int skip = 0; skip < 300; skip += 100) {
            page(null, always(), skip, 100).forEach(transaction -> seen.add(transaction.spentAt()));
        }
        assertThat(seen).hasSize(300).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(seen.getFirst()).isEqualTo(at(SIZE));
    }

    @Test
    void theLastPageOfAllIsReached() {
        assertThat(page(null, always(), SIZE - 2, 100))
                .extracting(TransactionView::spentAt)
                .containsExactly(at(2), at(1));
        assertThat(page(null, always(), SIZE, 100)).isEmpty();
    }

    @Test
    void aRareCategoryIsFoundInTheIndexAlone() {
        assertThat(page(Category.GIFTS, always(), 0, 1000)).hasSize(20);
        assertThat(plan(Category.GIFTS))
                .contains("Index Only Scan using transaction_1_generation_user_id_sort_at_key_facet_position_idx")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on transaction");
    }

    @Test
    void aSpanHoldsItsEndsAndNothingElse() {
        assertThat(page(null, new Span(at(10), at(13)), 0, 100))
                .extracting(TransactionView::spentAt)
                .containsExactly(at(12), at(11), at(10));
    }

    @Test
    void aPageIsReadFromTheIndexInOrder() {
        assertThat(plan(null))
                .contains("Index Only Scan using transaction_1_generation_user_id_sort_at_key_facet_position_idx")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on transaction");
    }

    private String plan(Category category) {
        rows.execute("set plan_cache_mode = force_generic_plan");
        var arrays = nCopies(category == null ? 4 : 5, "text[]");
        var sql = ListsBed.sql(new TransactionPage(always(), category, 0, 100));
        rows.execute("prepare page (uuid[], int[], bigint[], %s) as %s".formatted(String.join(", ", arrays), sql));
        try {
            return rows.explain(
                    "execute page ('{}', '{}', '{}', %s)".formatted(String.join(", ", nCopies(arrays.size(), "'{}'"))));
        } finally {
            rows.execute("deallocate page");
        }
    }
}
