package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** As the relay does it: the topic is empty when nobody's claim counts any more, and outgrows everybody's old place. */
    @Test
    void whoReadsOnInATopicThatWasMadeAnewLeavesNothingOut() throws Exception {
        log.publishInTransaction(log.append(Lives.shuffled(9, 4, 40)), true);
        var holds = new AtomicBoolean();
        var held = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var engine = TestEngine.on(readModels, log)
                .watcher(step -> {
                    if (step == Step.RECEIVED && holds.get()) {
                        held.countDown();
                        await(goOn);
                    }
                })
                .start()) {
            readModels.awaitApplied(log, MODELS);
            holds.set(true);
            log.publishInTransaction(log.append(Lives.shuffled(10, 4, 40)), true);
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            log.loseTopic();
            readModels.execute("update read_model.progress set epoch = epoch + 1");
            log.publish(log.events());
            log.happen(Lives.shuffled(11, 10, 400));
            holds.set(false);
            goOn.countDown();
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.alive()).isTrue();
        }
    }

    /** Nothing comes to where the last event was looked for; all the same there is one that has not been applied. */
    @Test
    void whoseOldPlaceIsTheEndOfAFreshTopicDoesNotWaitThere() throws Exception {
        var life = Lives.shuffled(12, 1, 40);
        int last = life.size() - 1;
        log.publishInTransaction(log.append(life.subList(0, last - 2)), true);
        log.publishInTransaction(log.append(life.subList(last - 2, last - 1)), true);
        log.publishInTransaction(log.append(life.subList(last - 1, last)), true);
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
        }
        log.loseTopic();
        log.append(life.subList(last, last + 1));
        log.publish(log.events());
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    /** It may stand where nothing comes for long, and it is asked nothing that would tell it. */
    @Test
    void whoseClaimsAreVoidClaimsAnewThoughNothingComes() {
        log.happen(Lives.shuffled(13, 4, 40));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            readModels.execute("update read_model.progress set epoch = 1000");
            Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> assertThat(MODELS)
                    .allSatisfy(model -> assertThat(readModels.epochs(model).values())
                            .isNotEmpty()
                            .allMatch(epoch -> epoch > 1000)));
            log.happen(Lives.shuffled(14, 4, 40));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
