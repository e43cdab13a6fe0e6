package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine on a real PostgreSQL and a real Kafka. */
class EngineTest {

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(4);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void documentsAreThoseOfFoldingOneByOne() {
        try (var engine = TestEngine.on(readModels, log).start()) {
            log.happen(Lives.shuffled(1, 30, 1500));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> assertThat(
                            Lag.events(engine.status.standings()))
                    .isZero());
            assertThat(engine.status.standings()).hasSize(4 * MODELS.size());
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(engine.status::connected);
        }
        assertThat(readModels.rows("select distinct state from read_model.projection"))
                .containsExactly(List.of("live"));
    }

    @Test
    void batchesOfAnySizeGiveTheSame() {
        log.happen(Lives.shuffled(2, 20, 800));
        for (int batch : List.of(1, 3, 50, 2000)) {
            readModels.execute("delete from read_model.projection");
            MODELS.forEach(model -> readModels.execute("delete from read_model." + model.name()));
            try (var engine = TestEngine.on(readModels, log)
                    .batch(batch)
                    .remembering(batch == 3 ? 0 : 20_000)
                    .start()) {
                readModels.awaitApplied(log, MODELS);
                readModels.assertFolded(log.events(), MODELS);
            }
        }
    }

    @Test
    void duplicatesAreAppliedOnce() {
        var first = log.happen(Lives.shuffled(3, 10, 200));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            log.publish(first);
            log.publishForeign(1);
            log.publishInTransaction(log.append(Lives.shuffled(4, 5, 100)), true);
            log.publish(log.events());
            log.happen(Lives.shuffled(5, 5, 50));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    @Test
    void whatWasNotCommittedIsNotSeen() {
        try (var engine = TestEngine.on(readModels, log).start()) {
            var appended = log.append(Lives.shuffled(6, 10, 100));
            log.publishInTransaction(appended.subList(0, 50), false);
            log.publishInTransaction(appended, true);
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        log.happen(Lives.shuffled(7, 10, 300));
        try (var engine = TestEngine.on(readModels, log).instance("one").start()) {
            readModels.awaitApplied(log, MODELS);
        }
        log.happen(Lives.shuffled(8, 10, 300));
        try (var engine = TestEngine.on(readModels, log).instance("one").start()) {
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    @Test
    void twoInstancesShareThePartitions() {
        log.happen(Lives.shuffled(9, 20, 400));
        try (var first = TestEngine.on(readModels, log).batch(20).start()) {
            Awaitility.await()
                    .atMost(TestReadModels.DEADLINE)
                    .until(() -> first.status.standings().size() == 4 * MODELS.size());
            try (var second = TestEngine.on(readModels, log).batch(20).start()) {
                log.happen(Lives.shuffled(10, 20, 400));
                Awaitility.await()
                        .atMost(TestReadModels.DEADLINE)
                        .until(() -> first.status.standings().size() == 2 * MODELS.size()
                                && second.status.standings().size() == 2 * MODELS.size());
                log.happen(Lives.shuffled(11, 20, 400));
                readModels.awaitApplied(log, MODELS);
                readModels.assertFolded(log.events(), MODELS);
            }
            log.happen(Lives.shuffled(12, 20, 400));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }
}
