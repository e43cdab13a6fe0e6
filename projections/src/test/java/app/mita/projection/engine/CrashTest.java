package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 22: any batching and any crash point give the same read models. The seed of a run is printed when it fails;
 * {@code -Dmita.test.seed=<seed>} runs it again.
 */
class CrashTest {

    private static final int EVENTS = 600;

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(3);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void anyCrashGivesTheSameDocuments() {
        long seed = Long.getLong("mita.test.seed", new Random().nextLong());
        var random = new Random(seed);
        var lives = Lives.shuffled(random.nextLong(), 12, EVENTS);
        int published = 0;
        while (published < lives.size()) {
            int some = Math.min(lives.size() - published, 1 + random.nextInt(EVENTS / 6));
            log.happen(lives.subList(published, published + some));
            published += some;
            runUntilCrash(random);
        }
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            assertThat(engine.alive()).isTrue();
        }
        try {
            readModels.assertFolded(log.events(), MODELS);
            assertThat(readModels.rows("select * from read_model.dead_letter")).isEmpty();
        } catch (AssertionError different) {
            throw new AssertionError("run again with -Dmita.test.seed=" + seed, different);
        }
    }

    /** The thread dies at some step of some batch, as if the process had; now and then it is the connection instead. */
    private void runUntilCrash(Random random) {
        var crash = new Crash(Step.values()[random.nextInt(Step.values().length)], 1 + random.nextInt(5));
        try (var engine = TestEngine.on(readModels, log)
                .batch(1 + random.nextInt(60))
                .remembering(random.nextBoolean() ? 0 : 100_000)
                .watcher(crash)
                .start()) {
            if (random.nextInt(4) == 0) {
                readModels.cutConnections();
            }
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(TestReadModels.DEADLINE)
                    .until(() -> !engine.alive() || readModels.hasApplied(log.events(), MODELS));
        }
    }

    private static final class Crash implements Step.Watcher {

        private final Step step;
        private final AtomicInteger left;
        private final AtomicBoolean crashed = new AtomicBoolean();

        private Crash(Step step, int times) {
            this.step = step;
            this.left = new AtomicInteger(times);
        }

        /** Once crashed nothing more is done: no step is passed again. */
        @Override
        public void reached(Step now) {
            if (crashed.get() || now == step && left.decrementAndGet() == 0) {
                crashed.set(true);
                throw new CrashError();
            }
        }
    }

    private static final class CrashError extends Error {
        private CrashError() {
            super("crash of the test", null, false, false);
        }
    }
}
