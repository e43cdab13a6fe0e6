package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database goes and comes back; Kafka loses its data and gets it again. */
class OutageTest {

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(2);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void theDatabaseMayBeAwayForAWhile() {
        log.happen(Lives.shuffled(1, 10, 100));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            var before = readModels.positions(MODELS.getFirst());
            readModels.refuseConnections();
            log.happen(Lives.shuffled(2, 10, 100));
            Awaitility.await()
                    .atMost(TestReadModels.DEADLINE)
                    .until(() -> engine.status.lastFailure().isPresent());
            assertThat(engine.status.standings()).isNotEmpty();
            assertThat(readModels.positions(MODELS.getFirst())).isEqualTo(before);
            readModels.acceptConnections();
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    @Test
    void theDatabaseMayComeLate() {
        readModels.refuseConnections();
        log.happen(Lives.shuffled(3, 10, 100));
        try (var engine = TestEngine.on(readModels, log).start()) {
            Awaitility.await()
                    .atMost(TestReadModels.DEADLINE)
                    .until(() -> engine.status.lastFailure().isPresent());
            readModels.acceptConnections();
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    /** Each event had an offset for itself and one for its transaction's end; published anew it has the former only. */
    @Test
    void aTopicPublishedAnewHasOtherOffsets() throws Exception {
        for (var part : List.of(Lives.shuffled(4, 4, 40), Lives.shuffled(5, 4, 40), Lives.shuffled(6, 4, 40))) {
            log.publishInTransaction(log.append(part), true);
        }
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
        }
        log.loseTopic();
        log.publish(log.events());
        log.happen(Lives.shuffled(7, 10, 200));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
        log.loseTopic();
        try (var engine = TestEngine.on(readModels, log).start()) {
            log.publish(log.events());
            log.happen(Lives.shuffled(8, 10, 100));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }
}
