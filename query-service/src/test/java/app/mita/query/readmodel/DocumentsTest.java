package app.mita.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.money.Money;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.Examples;
import app.mita.query.MovableClock;
import app.mita.query.ReadModelDatabase;
import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private ReadModelDatabase rows;
    private Database database;
    private Documents documents;
    private final UUID user = UUID.randomUUID();
    private final MovableClock clock = new MovableClock("2026-11-24T12:00:00Z");
    private final ReadCache cache = new ReadCache(10_000_000);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    void connect() {
        rows = new ReadModelDatabase();
        database = rows.database();
        documents = documents(Generations.LIVE, cache, meters);
    }

    @AfterAll
    void disconnect() throws Exception {
        documents.close();
        database.destroy();
        rows.close();
    }

    private Documents documents(Generations generations, ReadCache cache, SimpleMeterRegistry meters) {
        var query = new DocumentQuery(generations);
        return new Documents(
                ReadModelConfiguration.reads("documents", query, ReadModelConfiguration.DOCUMENTS, database, meters),
                cache,
                clock);
    }

    private static Mono<DashboardDocument> find(Documents documents, UUID user) {
        return documents.compute(
                user, sources -> sources.find(Model.DASHBOARD, "").orElse(null));
    }

    private Optional<DashboardDocument> read(UUID user) {
        return find(documents, user).blockOptional(DEADLINE);
    }

    private String draw(UUID user, Screen screen) {
        return new String(requireNonNull(documents.draw(user, screen).block(DEADLINE)), UTF_8);
    }

    private void write(UUID user, long position, String income) {
        rows.put("dashboard", user, "", Examples.dashboard().income(income).document(), position);
    }

    @Test
    void aRowThatIsNotThereIsEmptyBeforeAndAfterItWas() {
        var other = UUID.randomUUID();
        assertThat(read(other)).isEmpty();
        write(other, 1, "10");
        assertThat(read(other)).isPresent();
        rows.remove("dashboard", other, "");
        assertThat(read(other)).isEmpty();
        assertThat(read(other)).isEmpty();
    }

    @Test
    void anotherGenerationCanBeReadBeforeItIsEverybodys() {
        var other = UUID.randomUUID();
        write(other, 1, "10");
        rows.put("dashboard", 2, other, "", Examples.dashboard().income("20").document(), 1, null, null);
        var early =
                documents(new Generations(Map.of("dashboard", 2)), new ReadCache(1_000_000), new SimpleMeterRegistry());
        try {
            var next = find(early, other).blockOptional(DEADLINE);
            assertThat(next.orElseThrow().income()).isEqualTo(Money.of("20"));
            assertThat(read(other).orElseThrow().income()).isEqualTo(Money.of("10"));
        } finally {
            early.close();
        }
    }

    @Test
    void listsAreReadFromThatGenerationToo() {
        var sql =
                "select 1 where generation = (select live_generation from read_model.projection where name = 'merchant')";
        assertThat(Generations.LIVE.in(sql)).isEqualTo(sql);
        assertThat(new Generations(Map.of("merchant", 3)).in(sql)).isEqualTo("select 1 where generation = 3");
        assertThat(new Generations(Map.of("calendar", 3)).in(sql)).isEqualTo(sql);
    }

    @Test
    void theConnectionsThatAreHeldAreShown() {
        read(UUID.randomUUID());
        var pool = meters.get("db.connection.pool.size").tag("pool", "documents");
        assertThat(pool.gauge().value()).isPositive();
        assertThat(meters.get("db.connection.pool.available")
                        .tag("pool", "documents")
                        .gauge()
                        .value())
                .isEqualTo(pool.gauge().value());
    }

    @Test
    void aDocumentIsSentOnceAndConfirmedAfterwards() {
        write(user, 1, "10");
        var first = read(user).orElseThrow();
        assertThat(read(user).orElseThrow()).isSameAs(first);
        write(user, 2, "20");
        assertThat(read(user).orElseThrow().income()).isEqualTo(Money.of("20"));
    }

    @Test
    void aNewGenerationIsReadFromTheMomentItIsLiveThoughPositionsAreTheSame() {
        var other = UUID.randomUUID();
        write(other, 7, "10");
        rows.put("dashboard", 2, other, "", Examples.dashboard().income("11").document(), 7, null, null);
        assertThat(read(other).orElseThrow().income()).isEqualTo(Money.of("10"));
        try {
            rows.live("dashboard", 2);
            assertThat(read(other).orElseThrow().income()).isEqualTo(Money.of("11"));
        } finally {
            rows.live("dashboard", 1);
        }
        assertThat(read(other).orElseThrow().income()).isEqualTo(Money.of("10"));
    }

    @Test
    void aCrowdOfReadsGetsEachItsOwn() {
        var users = Stream.generate(UUID::randomUUID).limit(300).toList();
        for (int i = 0; i < users.size(); i += 2) {
            write(users.get(i), i + 1, String.valueOf(i));
        }
        for (int round = 0; round < 2; round++) {
            var incomes = Flux.fromIterable(users)
                    .flatMapSequential(
                            each -> find(documents, each)
                                    .map(DashboardDocument::income)
                                    .defaultIfEmpty(Money.of("-1")),
                            300)
                    .collectList()
                    .block(DEADLINE);
            assertThat(incomes)
                    .isEqualTo(IntStream.range(0, users.size())
                            .mapToObj(i -> i % 2 == 0 ? Money.of(String.valueOf(i)) : Money.of("-1"))
                            .toList());
        }
    }

    /** A read must show at least what was committed before it was asked for. */
    @Test
    void noReadIsOlderThanItsQuestionWhileRowsChange() {
        var hot = Stream.generate(UUID::randomUUID).limit(3).toList();
        var committed = List.of(new AtomicLong(), new AtomicLong(), new AtomicLong());
        var writing = Mono.fromRunnable(() -> {
                    for (int position = 1; position <= 400; position++) {
                        int who = position % 3;
                        write(hot.get(who), position, String.valueOf(position));
                        committed.get(who).set(position);
                    }
                })
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
                .cache();
        writing.subscribe();
        var tooOld = Flux.range(0, Integer.MAX_VALUE)
                .takeUntilOther(writing)
                .flatMap(
                        i -> Mono.defer(() -> {
                            int who = i % 3;
                            long atLeast = committed.get(who).get();
                            return find(documents, hot.get(who))
                                    .map(found -> found.income().cents() / 100)
                                    .defaultIfEmpty(0L)
                                    .filter(seen -> seen < atLeast);
                        }),
                        48)
                .collectList()
                .block(DEADLINE);
        assertThat(tooOld).isEmpty();
        for (int who = 0; who < 3; who++) {
            assertThat(read(hot.get(who)).orElseThrow().income().cents() / 100)
                    .isEqualTo(committed.get(who).get());
        }
    }

    @Test
    void aConnectionThatBrokeBetweenReadsIsReplaced() {
        var other = UUID.randomUUID();
        write(other, 1, "10");
        read(other);
        rows.breakConnections("documents");
        assertThat(read(other).orElseThrow().income()).isEqualTo(Money.of("10"));
    }

    @Test
    void anUnreadableDocumentFailsItsOwnReadOnly() {
        var broken = UUID.randomUUID();
        var fine = UUID.randomUUID();
        rows.put("dashboard", broken, "", List.of("not a dashboard"), 1);
        write(fine, 2, "5");
        var both = Flux.just(broken, fine)
                .flatMapSequential(each -> find(documents, each)
                        .map(found -> found.income().toString())
                        .onErrorReturn("failed"))
                .collectList()
                .block(DEADLINE);
        assertThat(both).containsExactly("failed", "5.00");
    }

    @Test
    void aScreenIsDrawnAgainOnlyWhenADocumentThatItLookedAtChanges() {
        var drawn = new AtomicInteger();
        Screen plans = sources -> {
            drawn.incrementAndGet();
            var months = sources.find(Model.CALENDAR, List.of("2026-10", "2026-11"));
            return sources.user().income() + " "
                    + months.keySet().stream().sorted().toList();
        };
        var other = UUID.randomUUID();
        write(other, 1, "10");
        assertThat(draw(other, plans)).isEqualTo("\"10.00 []\"");
        int first = drawn.get();
        assertThat(draw(other, plans)).isEqualTo("\"10.00 []\"");
        assertThat(drawn).hasValue(first);

        rows.put("calendar", other, "2026-11", Examples.month(null, Map.of()), 2);
        rows.put("calendar", other, "2026-12", Examples.month(null, Map.of()), 2);
        assertThat(draw(other, plans)).isEqualTo("\"10.00 [2026-11]\"");
        int second = drawn.get();
        rows.put("calendar", other, "2026-12", Examples.month(null, Map.of()), 3);
        assertThat(draw(other, plans)).isEqualTo("\"10.00 [2026-11]\"");
        assertThat(drawn).hasValue(second);
        write(other, 4, "11");
        assertThat(draw(other, plans)).isEqualTo("\"11.00 [2026-11]\"");
        rows.remove("calendar", other, "2026-11");
        assertThat(draw(other, plans)).isEqualTo("\"11.00 []\"");
    }

    @Test
    void aScreenThatHasLookedAtTheDayIsDrawnAgainOnTheNext() {
        var other = UUID.randomUUID();
        rows.put("dashboard", other, "", Examples.dashboard().zone("Asia/Tokyo").document(), 1);
        clock.moveTo("2026-11-24T14:59:59Z");
        Screen today = Sources::today;
        assertThat(draw(other, today)).isEqualTo("\"2026-11-24\"");
        clock.moveTo("2026-11-24T15:00:00Z");
        assertThat(draw(other, today)).isEqualTo("\"2026-11-25\"");
        clock.moveTo("2026-11-24T14:59:59Z");
        assertThat(draw(other, today)).isEqualTo("\"2026-11-24\"");
    }

    @Test
    void aScreenThatChangesAtATimeIsDrawnAgainThen() {
        var other = UUID.randomUUID();
        clock.moveTo("2026-11-24T12:00:00Z");
        Screen minutes = sources -> {
            sources.user();
            sources.changesAt(sources.now().plusSeconds(60));
            return sources.now();
        };
        Screen always = sources -> {
            sources.user();
            sources.changesAt(sources.now());
            return sources.now();
        };
        var first = draw(other, minutes);
        draw(other, always);
        clock.moveTo("2026-11-24T12:00:59Z");
        assertThat(draw(other, minutes)).isEqualTo(first);
        assertThat(draw(other, always)).contains("12:00:59");
        clock.moveTo("2026-11-24T12:01:00Z");
        assertThat(draw(other, minutes)).contains("12:01:00");
    }

    @Test
    void whatARepairHasReplacedIsDrawnAnewThoughPositionsAreTheSame() {
        Screen income = sources -> sources.user().income().toString();
        var other = UUID.randomUUID();
        write(other, 1, "10");
        assertThat(draw(other, income)).isEqualTo("\"10.00\"");
        write(other, 1, "12");
        cache.forget(other);
        assertThat(draw(other, income)).isEqualTo("\"12.00\"");
    }

    @Test
    void whatAScreenRefusesIsItsAnswerEveryTime() {
        Screen none = sources -> {
            sources.user();
            throw new Refused(ErrorCode.NOT_FOUND, "None.");
        };
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> draw(user, none)).isInstanceOf(Refused.class);
        }
        Screen undrawable = sources -> null;
        assertThat(documents.draw(user, undrawable).blockOptional(DEADLINE)).isEmpty();
    }

    @Test
    void eachRowIsFoundThroughThePrimaryKey() {
        for (var model : Model.ALL) {
            rows.execute("""
                    insert into read_model.%s (generation, user_id, key, document, position)
                    select 9, gen_random_uuid(), '', '{}', 1 from generate_series(1, 20000)""".formatted(model.name()));
            rows.execute("analyze read_model." + model.name());
        }
        var arrays = "uuid[], text[], int[], bigint[]";
        rows.execute("prepare conditional (" + String.join(", ", nCopies(Model.ALL.size(), arrays)) + ") as "
                + new DocumentQuery(Generations.LIVE).sql(Model.ALL));
        rows.execute("set plan_cache_mode = force_generic_plan");
        var plan =
                rows.explain("execute conditional (" + String.join(", ", nCopies(Model.ALL.size() * 4, "'{}'")) + ")");
        for (var model : Model.ALL) {
            assertThat(plan)
                    .contains("Index Scan using " + model.name() + "_pkey")
                    .doesNotContain("Seq Scan on " + model.name());
        }
    }
}
