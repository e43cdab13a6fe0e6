package app.mita.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.query.ReadModelDatabase;
import app.mita.runtime.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final ReadCache cache = new ReadCache(10_000_000);
    private final AtomicInteger drawn = new AtomicInteger();
    private ReadModelDatabase rows;
    private Database database;
    private Lists lists;

    @BeforeAll
    void connect() {
        rows = new ReadModelDatabase();
        for (int generation : List.of(2, 1)) {
            rows.live("transaction", generation);
            rows.live("redistribution", generation);
        }
        database = rows.database();
        lists = ListsBed.over(database, cache);
    }

    @AfterAll
    void disconnect() throws Exception {
        lists.close();
        database.destroy();
        rows.close();
    }

    /** The newest rows as they are, counted when they are drawn. */
    private record Newest(String model, int limit, AtomicInteger drawn) implements RowList {

        @Override
        public String rows() {
            return """
                    select key, position, document, sort_at from read_model.%s
                    where generation = live.generation and user_id = wanted.user_id
                    order by sort_at desc, key desc limit wanted.p1::int""".formatted(model);
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
            drawn.incrementAndGet();
            return documents;
        }
    }

    private String draw(UUID user, int limit) {
        return new String(
                requireNonNull(lists.draw(user, new Newest("transaction", limit, drawn))
                        .block(DEADLINE)),
                UTF_8);
    }

    private void put(UUID user, String key, int minute, String document, long position) {
        rows.put("transaction", 1, user, key, document, position, NOON.plusSeconds(60L * minute), "food");
    }

    @Test
    void aListIsDrawnAgainOnlyWhenARowInItChanges() {
        var user = UUID.randomUUID();
        assertThat(draw(user, 2)).isEqualTo("[]");
        put(user, "a", 1, "first", 1);
        put(user, "b", 2, "second", 2);
        put(user, "c", 3, "third", 3);
        assertThat(draw(user, 2)).isEqualTo("[\"third\",\"second\"]");
        int before = drawn.get();
        put(user, "a", 1, "first, corrected", 4);
        assertThat(draw(user, 2)).isEqualTo("[\"third\",\"second\"]");
        assertThat(drawn).hasValue(before);
        put(user, "b", 2, "second, corrected", 5);
        assertThat(draw(user, 2)).isEqualTo("[\"third\",\"second, corrected\"]");
        rows.remove("transaction", user, "c");
        assertThat(draw(user, 2)).isEqualTo("[\"second, corrected\",\"first, corrected\"]");
    }

    @Test
    void aNewGenerationIsReadThoughKeysAndPositionsAreTheSame() {
        var user = UUID.randomUUID();
        put(user, "a", 1, "old", 1);
        rows.put("transaction", 2, user, "a", "new", 1, NOON, "food");
        assertThat(draw(user, 5)).isEqualTo("[\"old\"]");
        rows.live("transaction", 2);
        try {
            assertThat(draw(user, 5)).isEqualTo("[\"new\"]");
        } finally {
            rows.live("transaction", 1);
        }
        assertThat(draw(user, 5)).isEqualTo("[\"old\"]");
    }

    @Test
    void whatARepairHasReplacedIsReadAnewThoughPositionsAreTheSame() {
        var user = UUID.randomUUID();
        put(user, "a", 1, "wrong", 1);
        assertThat(draw(user, 5)).isEqualTo("[\"wrong\"]");
        put(user, "a", 1, "right", 1);
        cache.forget(user);
        assertThat(draw(user, 5)).isEqualTo("[\"right\"]");
    }

    @Test
    void aCrowdOfListsOfDifferentKindsGetsEachItsOwn() {
        var users = Stream.generate(UUID::randomUUID).limit(60).toList();
        for (int i = 0; i < users.size(); i++) {
            put(users.get(i), "a", 1, "of " + i, i + 1);
            rows.put("redistribution", 1, users.get(i), "a", "moved " + i, i + 1, NOON, null);
        }
        for (int round = 0; round < 2; round++) {
            var answers = Flux.range(0, 2 * users.size())
                    .flatMapSequential(
                            i -> lists.draw(
                                    users.get(i / 2),
                                    i % 2 == 0
                                            ? new Newest("transaction", 3, drawn)
                                            : new Newest("redistribution", 10, drawn)),
                            200)
                    .map(json -> new String(json, UTF_8))
                    .collectList()
                    .block(DEADLINE);
            assertThat(answers)
                    .isEqualTo(IntStream.range(0, 2 * users.size())
                            .mapToObj(i -> "[\"%s %d\"]".formatted(i % 2 == 0 ? "of" : "moved", i / 2))
                            .toList());
        }
    }

    /** Against a list kept beside, over a random history. */
    @Test
    void everyListIsThatOfItsMoment() {
        var user = UUID.randomUUID();
        var random = new Random(7);
        var expected = new TreeMap<Integer, String>();
        for (int position = 1; position <= 300; position++) {
            int row = random.nextInt(12);
            if (random.nextInt(4) == 0) {
                rows.remove("transaction", user, "row " + row);
                expected.remove(row);
            } else {
                put(user, "row " + row, row, "at " + position, position);
                expected.put(row, "\"at " + position + "\"");
            }
            var newest = new ArrayList<>(expected.descendingMap().values());
            int limit = 1 + random.nextInt(8);
            assertThat(draw(user, limit))
                    .isEqualTo("[" + String.join(",", newest.subList(0, Math.min(limit, newest.size()))) + "]");
        }
    }
}
