package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import app.mita.projection.transactions.TransactionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A generation is built beside the live one, through writes, crashes and pauses, and takes its place in one step. */
class ReplayTest {

    private static final ReadModel<?> DASHBOARD = MODELS.get(1);

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(4);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void aReplayUnderWritesGivesTheSameDocuments() throws Exception {
        log.happen(Lives.shuffled(1, 30, 2000));
        try (var engine = TestEngine.on(readModels, log).batch(100).start()) {
            readModels.awaitApplied(log, MODELS);
            var writing = new AtomicBoolean(true);
            try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
                var written = writer.submit(() -> {
                    for (int seed = 2; writing.get(); seed++) {
                        log.happen(Lives.shuffled(seed, 5, 50));
                        readModels.awaitApplied(log, MODELS.subList(0, 1));
                    }
                });
                begin(DASHBOARD, true);
                begin(MODELS.get(3), true);
                awaitLive(DASHBOARD, 2);
                awaitLive(MODELS.get(3), 2);
                writing.set(false);
                written.get();
            }
            log.happen(Lives.shuffled(1000, 10, 200));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
    }

    /** Every acknowledged event is in what readers get from then on, whichever generation it is. */
    @Test
    void noReaderSeesAnEventTakenBackByTheSwitch() throws Exception {
        log.happen(Lives.shuffled(3, 30, 2000));
        try (var engine = TestEngine.on(readModels, log).batch(50).start()) {
            readModels.awaitApplied(log, MODELS);
            var stop = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writer = threads.submit(() -> {
                    for (int seed = 4; !stop.get(); seed++) {
                        log.happen(Lives.shuffled(seed, 5, 20));
                        readModels.awaitApplied(log, List.of(DASHBOARD));
                    }
                });
                var reader = threads.submit(() -> {
                    var seen = readModels.positions(DASHBOARD);
                    int reads = 0;
                    while (!stop.get()) {
                        var now = readModels.positions(DASHBOARD);
                        seen.forEach((partition, position) ->
                                assertThat(now.get(partition)).isGreaterThanOrEqualTo(position));
                        seen = now;
                        reads++;
                    }
                    return reads;
                });
                for (int generation = 2; generation <= 4; generation++) {
                    begin(DASHBOARD, true);
                    awaitLive(DASHBOARD, generation);
                }
                stop.set(true);
                writer.get();
                assertThat(reader.get()).isPositive();
            }
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
    }

    @Test
    void aRestartInTheMiddleGoesOn() {
        log.happen(Lives.shuffled(5, 40, 4000));
        try (var engine = TestEngine.on(readModels, log).instance("one").start()) {
            readModels.awaitApplied(log, MODELS);
            assertThat(engine.alive()).isTrue();
        }
        var crash = new AtomicBoolean();
        begin(DASHBOARD, true);
        try (var engine = TestEngine.on(readModels, log)
                .instance("one")
                .batch(20)
                .watcher(step -> {
                    if (crash.get()) {
                        throw new CrashedError();
                    }
                })
                .start()) {
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> built() > 0);
            crash.set(true);
            assertThat(engine.status.connected()).isNotNull();
        }
        long before = built();
        assertThat(before).isBetween(1L, 3999L);
        readModels.execute("update read_model.generation set applied = 0");
        try (var engine = TestEngine.on(readModels, log).instance("one").start()) {
            awaitLive(DASHBOARD, 2);
            log.happen(Lives.shuffled(6, 10, 100));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
        assertThat(Long.parseLong(readModels
                        .rows("select applied from read_model.generation"
                                + " where projection = 'dashboard' and generation = 2")
                        .getFirst()
                        .getFirst()))
                .as("what was built before the crash is not built again")
                .isLessThanOrEqualTo(log.events().size() - before);
    }

    @Test
    void itWaitsToBeSwitchedToAndTheOldOneIsKeptAndThenSwept() {
        log.happen(Lives.shuffled(7, 20, 500));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            begin(DASHBOARD, false);
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> !readModels
                    .rows("select 1 from read_model.generation where generation = 2 and ready_at is not null")
                    .isEmpty());
            log.happen(Lives.shuffled(8, 20, 200));
            readModels.awaitApplied(log, MODELS);
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> readModels
                    .rows("select read_model.switch('dashboard', 2, interval '1 s')")
                    .getFirst()
                    .getFirst()
                    .equals("t"));
            log.happen(Lives.shuffled(9, 20, 200));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(readModels.rows("select 1 from read_model.dashboard where generation = 1 limit 1"))
                    .isNotEmpty();
            begin(DASHBOARD, true);
            awaitLive(DASHBOARD, 3);
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> readModels
                    .rows("select 1 from read_model.dashboard where generation = 1 limit 1")
                    .isEmpty());
            assertThat(engine.alive()).isTrue();
        }
    }

    @Test
    void aLargeModelsOldGenerationIsDroppedWholeOnceNobodyReadsIt() {
        var transactions = new TransactionModel();
        log.happen(Lives.shuffled(12, 20, 500));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            var reader = Objects.requireNonNull(
                    readModels.database.connect("long reader").block(TestReadModels.DEADLINE));
            Mono.from(reader.beginTransaction()).block(TestReadModels.DEADLINE);
            Flux.from(reader.createStatement("select 1 from read_model.transaction limit 1")
                            .execute())
                    .flatMap(result -> result.map(row -> row.get(0)))
                    .blockLast(TestReadModels.DEADLINE);
            begin(transactions, true);
            awaitLive(transactions, 2);
            begin(transactions, true);
            awaitLive(transactions, 3);
            assertThat(readModels.rows("select read_model.drop_documents('transaction', 1, 5000)"))
                    .containsExactly(List.of("f"));
            log.happen(Lives.shuffled(13, 20, 100));
            readModels.awaitApplied(log, MODELS);

            Mono.from(reader.close()).block(TestReadModels.DEADLINE);
            Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> assertThat(
                            readModels.rows("select inhrelid::regclass::text from pg_inherits"
                                    + " where inhparent = 'read_model.transaction'::regclass order by 1"))
                    .containsExactly(List.of("read_model.transaction_2"), List.of("read_model.transaction_3")));
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
    }

    @Test
    void aPausedProjectionStandsStillAndNothingIsAnnounced() {
        log.happen(Lives.shuffled(10, 10, 200));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            var before = readModels.positions(DASHBOARD);
            readModels.execute("update read_model.projection set paused = true where name = 'dashboard';"
                    + " select read_model.fence('dashboard', 1)");
            log.happen(Lives.shuffled(11, 10, 200));
            var others = new ArrayList<ReadModel<?>>(MODELS);
            others.remove(DASHBOARD);
            readModels.awaitApplied(log, others);
            assertThat(readModels.positions(DASHBOARD)).isEqualTo(before);
            readModels.execute("update read_model.projection set paused = false where name = 'dashboard'");
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
    }

    /** What a straggler wrote in it after it had been swept away would stay for ever. */
    @Test
    void aGenerationThatNobodyAsksForCannotBeClaimed() {
        log.happen(Lives.shuffled(12, 4, 40));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            assertThat(engine.alive()).isTrue();
        }
        assertThat(readModels.rows(
                        "select generation from read_model.claim(array['dashboard', 'dashboard'], array[1, 2], 0)"))
                .containsExactly(List.of("1"));
        begin(DASHBOARD, true);
        assertThat(readModels.rows(
                        "select generation from read_model.claim(array['dashboard', 'dashboard'], array[1, 2], 0)"))
                .containsExactly(List.of("1"), List.of("2"));
    }

    private void begin(ReadModel<?> model, boolean switchesItself) {
        readModels.execute("select read_model.begin_generation('%s', %d, 'replay', %s, null)"
                .formatted(model.name(), model.version(), switchesItself));
    }

    private void awaitLive(ReadModel<?> model, int generation) {
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> readModels
                .rows("select live_generation from read_model.projection where name = '" + model.name() + "'")
                .getFirst()
                .getFirst()
                .equals(Integer.toString(generation)));
    }

    /** Events that the generation has applied and keeps. */
    private long built() {
        var positions = new TreeMap<Integer, Long>();
        readModels.query(
                "select partition, position from read_model.progress where projection = 'dashboard' and generation = 2",
                row -> positions.put(Integer.valueOf(row.get(0)), Long.valueOf(row.get(1))));
        return log.events().stream()
                .filter(event -> event.position() <= positions.getOrDefault(event.partition(), 0L))
                .count();
    }

    private static final class CrashedError extends Error {
        private CrashedError() {
            super("crash of the test", null, false, false);
        }
    }
}
