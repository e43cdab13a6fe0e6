package app.mita.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.UserRegistered;
import app.mita.embedded.TestBackend;
import app.mita.projection.history.History;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many new documents of one batch are copied into their table. */
class CopyTest {

    private static final int USERS = 300;

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(1);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    /** In one batch, or in some that are copied while the one before is being stored. */
    @ParameterizedTest
    @ValueSource(ints = {600, 4000})
    void copiedRowsAreThoseOfSmallBatches(int batch) {
        log.happen(Lives.shuffled(21, 30, 2500));
        List<List<String>> upserted;
        try (var engine = TestEngine.on(readModels, log).batch(50).start()) {
            readModels.awaitApplied(log, TestEngine.MODELS);
            upserted = rows();
        }
        readModels.execute("delete from read_model.projection");
        TestEngine.MODELS.forEach(model -> readModels.execute("delete from read_model." + model.name()));
        try (var engine = TestEngine.on(readModels, log).batch(batch).start()) {
            readModels.awaitApplied(log, TestEngine.MODELS);
            readModels.assertFolded(log.events(), TestEngine.MODELS);
            assertThat(rows()).isEqualTo(upserted);
        }
    }

    @Test
    void aDocumentThatIsThereAfterAllIsReplaced() {
        var registrations = registrations();
        var wrong = new AlwaysNew();
        try (var engine = TestEngine.on(readModels, log)
                .models(List.of(wrong))
                .batch(4000)
                .start()) {
            log.happen(registrations);
            readModels.awaitApplied(log, List.of(wrong));
            log.happen(registrations);
            readModels.awaitApplied(log, List.of(wrong));
            readModels.assertFolded(log.events(), List.of(wrong));
        }
    }

    /** The second of two batches must not wait for what the first has yet to put there, with that waiting for its own. */
    @Test
    void batchesThatPutTheSameDocumentsFollowEachOther() {
        var registrations = registrations();
        var wrong = new AlwaysNew();
        for (int i = 0; i < 8; i++) {
            log.happen(registrations);
        }
        try (var engine = TestEngine.on(readModels, log)
                .models(List.of(wrong))
                .batch(USERS)
                .start()) {
            readModels.awaitApplied(log, List.of(wrong));
            readModels.assertFolded(log.events(), List.of(wrong));
        }
    }

    private static List<RecordedEvent> registrations() {
        return Stream.generate(UUID::randomUUID)
                .limit(USERS)
                .map(user -> History.random(1, user, 1).events().getFirst())
                .toList();
    }

    private List<List<String>> rows() {
        return readModels.rows("select generation, user_id, key, document, sort_at, facet, position"
                + " from read_model.transaction order by user_id, key");
    }

    /** Keeps when a user registered last, and says that nobody does so twice. */
    private record AlwaysNew() implements ReadModel<AlwaysNew.Registered> {

        private record Registered(long position) {}

        @Override
        public String name() {
            return "profile";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Class<Registered> documentType() {
            return Registered.class;
        }

        @Override
        public Collection<Class<? extends MitaEvent>> events() {
            return List.of(UserRegistered.class);
        }

        @Override
        public Collection<String> keys(RecordedEvent event) {
            return List.of("last");
        }

        @Override
        public Prior prior(RecordedEvent event) {
            return Prior.NONE;
        }

        @Override
        public Registered fold(String key, @Nullable Registered document, RecordedEvent event) {
            return new Registered(event.position());
        }
    }
}
