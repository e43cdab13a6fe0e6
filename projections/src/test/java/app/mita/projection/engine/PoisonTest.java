package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.transactions.TransactionView;
import app.mita.embedded.TestBackend;
import app.mita.projection.history.History;
import app.mita.projection.transactions.TransactionModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that cannot be applied parks its user, in order, and holds up nobody else. */
class PoisonTest {

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(1);

    @AfterEach
    void close() {
        log.close();
        readModels.close();
    }

    @Test
    void anUnreadableEventParksItsUserEverywhere() {
        var unlucky = History.random(1, UUID.randomUUID(), 40);
        var before = log.happen(unlucky.events().subList(0, 20));
        try (var engine = TestEngine.on(readModels, log).start()) {
            var broken = log.append(unlucky.events().subList(20, 21)).getFirst();
            log.publishBroken(broken);
            var others = log.happen(Lives.shuffled(2, 5, 60));
            log.happen(unlucky.events().subList(21, 30));
            readModels.awaitApplied(log, MODELS);
            var applied = new ArrayList<>(before);
            applied.addAll(others);
            readModels.assertFolded(applied, MODELS);
            for (var model : MODELS) {
                var letters = letters(model);
                assertThat(letters.getFirst().getFirst()).isEqualTo(Long.toString(broken.position()));
                assertThat(letters.getFirst().get(1)).contains("IllegalArgumentException");
                // A model that few events matter to may have none that waits.
                assertThat(letters.stream().skip(1).map(letter -> letter.get(1)))
                        .allMatch(Objects::isNull);
            }
            assertThat(letters(MODELS.get(1))).hasSizeGreaterThan(1);
        }
        try (var restarted = TestEngine.on(readModels, log).start()) {
            int parked = letters(MODELS.get(1)).size();
            var more = log.happen(unlucky.events().subList(30, 40));
            readModels.awaitApplied(log, MODELS);
            assertThat(letters(MODELS.get(1))).hasSizeGreaterThan(parked);
            log.happen(unlucky.delete().events().subList(40, 41));
            readModels.awaitApplied(log, MODELS);
            assertThat(readModels.rows("select * from read_model.dead_letter")).isEmpty();
            assertThat(readModels.rows("select * from read_model.dashboard where user_id = '" + unlucky.user() + "'"))
                    .isEmpty();
            assertThat(more).hasSize(10);
            assertThat(restarted.alive()).isTrue();
        }
    }

    @Test
    void aFailingFoldParksItsUserInThatModelOnly() {
        var lives = Lives.shuffled(3, 6, 200);
        var poison = lives.stream()
                .filter(event -> event.payload() instanceof TransactionRecorded)
                .skip(10)
                .findFirst()
                .orElseThrow();
        var failing = new FailingModel(((TransactionRecorded) poison.payload()).transactionId());
        var models = new ArrayList<ReadModel<?>>(MODELS);
        models.removeIf(model -> model instanceof TransactionModel);
        models.add(failing);
        try (var engine = TestEngine.on(readModels, log).models(models).start()) {
            log.happen(lives);
            readModels.awaitApplied(log, models);
            readModels.assertFolded(log.events(), models.subList(0, 4));
            assertThat(readModels.rows("select distinct projection from read_model.dead_letter"))
                    .containsExactly(List.of("transaction"));
            assertThat(readModels.documents(failing).keySet())
                    .anyMatch(place -> !place.startsWith(poison.user().toString()));
            assertThat(letters(failing).getFirst().get(1)).contains("cannot fold this");
            assertThat(engine.alive()).isTrue();
        }
    }

    private List<List<String>> letters(ReadModel<?> model) {
        return readModels.rows("select position, cause from read_model.dead_letter where projection = '" + model.name()
                + "' order by position");
    }

    /** Like the model of transactions, but for one transaction. */
    private record FailingModel(TransactionModel model, UUID poison) implements ReadModel<TransactionView> {

        private FailingModel(UUID poison) {
            this(new TransactionModel(), poison);
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int version() {
            return model.version();
        }

        @Override
        public Class<TransactionView> documentType() {
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
        public @Nullable TransactionView fold(String key, @Nullable TransactionView document, RecordedEvent event) {
            if (key.equals(poison.toString())) {
                throw new IllegalStateException("cannot fold this");
            }
            return model.fold(key, document, event);
        }
    }
}
