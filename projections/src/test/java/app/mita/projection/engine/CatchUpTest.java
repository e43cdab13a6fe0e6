package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.embedded.TestBackend;
import app.mita.projection.dashboard.DashboardModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model that is new, or has a new version, is built from the beginning while the others go on. */
class CatchUpTest {

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(3);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void aModelAddedLaterCatchesUpAndJoins() {
        log.happen(Lives.shuffled(1, 10, 600));
        try (var engine =
                TestEngine.on(readModels, log).models(MODELS.subList(0, 3)).start()) {
            readModels.awaitApplied(log, MODELS.subList(0, 3));
            assertThat(engine.alive()).isTrue();
        }
        try (var engine = TestEngine.on(readModels, log).distance(5).start()) {
            log.happen(Lives.shuffled(2, 10, 100));
            readModels.awaitApplied(log, MODELS);
            awaitLive();
            log.happen(Lives.shuffled(3, 10, 100));
            readModels.awaitApplied(log, MODELS);
            readModels.assertFolded(log.events(), MODELS);
            assertThat(engine.status.standings()).hasSize(3 * MODELS.size());
        }
    }

    /** The old generation serves, standing still, until the new one is there; the other models go on meanwhile. */
    @Test
    void aNewVersionIsBuiltBesideTheOneThatServes() {
        log.happen(Lives.shuffled(4, 10, 400));
        try (var engine = TestEngine.on(readModels, log).start()) {
            readModels.awaitApplied(log, MODELS);
            assertThat(engine.alive()).isTrue();
        }
        var others = new ArrayList<ReadModel<?>>(MODELS);
        others.remove(1);
        var gate = new CountDownLatch(1);
        var newer = new NewerDashboard(new DashboardModel(), gate);
        var models = new ArrayList<ReadModel<?>>(others);
        models.add(newer);
        try (var engine =
                TestEngine.on(readModels, log).models(models).distance(5).start()) {
            var served = readModels.documents(newer);
            log.happen(Lives.shuffled(5, 10, 100));
            readModels.awaitApplied(log, others);
            assertThat(liveGeneration()).isEqualTo("1");
            assertThat(readModels.documents(newer)).isEqualTo(served);
            gate.countDown();
            Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> liveGeneration()
                    .equals("2"));
            log.happen(Lives.shuffled(6, 10, 100));
            readModels.awaitApplied(log, models);
            readModels.assertFolded(log.events(), models);
            assertThat(engine.alive()).isTrue();
        }
    }

    private String liveGeneration() {
        return readModels
                .rows("select live_generation from read_model.projection where name = 'dashboard'")
                .getFirst()
                .getFirst();
    }

    private void awaitLive() {
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> readModels
                .rows("select name from read_model.projection where state <> 'live'")
                .isEmpty());
    }

    /** Folds nothing before its gate is open. */
    private record NewerDashboard(DashboardModel model, CountDownLatch gate) implements ReadModel<DashboardDocument> {

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int version() {
            return model.version() + 1;
        }

        @Override
        public Class<DashboardDocument> documentType() {
            return model.documentType();
        }

        @Override
        public Collection<Class<? extends MitaEvent>> events() {
            return model.events();
        }

        @Override
        public Collection<String> keys(RecordedEvent event) {
            return model.keys(event);
        }

        @Override
        public @Nullable DashboardDocument fold(String key, @Nullable DashboardDocument document, RecordedEvent event) {
            try {
                gate.await();
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
            return model.fold(key, document, event);
        }
    }
}
