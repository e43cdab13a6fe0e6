package app.mita.query.readmodel;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.ReadModelDatabase;
import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    void connect() {
        rows = new ReadModelDatabase();
        database = rows.database();
        documents = DocumentsBed.over(database, Generations.LIVE, new ReadCache(10_000_000), Clock.systemUTC(), meters);
    }

    @AfterAll
    void disconnect() throws Exception {
        documents.close();
        database.destroy();
        rows.close();
    }

    private static Mono<DashboardDocument> find(Documents documents, UUID user) {
        return documents.compute(
                user, sources -> sources.find(Model.DASHBOARD, "").orElse(null));
    }

    private Optional<DashboardDocument> read(UUID user) {
        return find(documents, user).blockOptional(DEADLINE);
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
        var early = DocumentsBed.over(
                database,
                new Generations(Map.of("dashboard", 2)),
                new ReadCache(1_000_000),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
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
