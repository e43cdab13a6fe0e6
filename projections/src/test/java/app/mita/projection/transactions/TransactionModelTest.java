package app.mita.projection.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.PersonalText;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.transactions.TransactionView;
import app.mita.projection.engine.IndexColumns;
import app.mita.projection.history.Samples;
import app.mita.projection.history.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransactionModelTest {

    private static final UUID ID = new UUID(9, 9);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T12:00:00.5Z");

    private final TransactionModel model = new TransactionModel();
    private final Story story = Story.of(model);

    @Test
    void isShownAsTheContractHasIt() {
        record();
        assertThat(story.document(ID.toString()))
                .contains("\"id\":\"" + ID + "\"", "\"user_id\":\"" + Story.USER + "\"", "\"category\":\"gas\"")
                .contains("\"amount\":42.00", "\"description\":\"tank \\\"full\\\"\"", "\"is_recurring\":false")
                .contains("\"spent_at\":\"2026-11-24T12:00:00Z\"", "\"updated_at\":\"2026-11-24T12:00:00Z\"");
    }

    @Test
    void aCorrectionKeepsWhenItCameIn() {
        record();
        var after = Samples.spending(5000, Category.PETS, NOON, LocalDate.of(2026, 11, 24), null, null);
        story.then(LATER.toString(), new TransactionCorrected(Story.USER, ID, after, after, NOON, LATER));
        assertThat(story.document(ID.toString()))
                .contains("\"amount\":50.00", "\"category\":\"pets\"")
                .contains("\"created_at\":\"2026-11-24T12:00:00Z\"", "\"updated_at\":\"2026-11-25T12:00:00.500Z\"");
    }

    @Test
    void aDeletionRemovesTheRow() {
        record();
        var last = Samples.spending(5000, Category.PETS, NOON, LocalDate.of(2026, 11, 24), null, null);
        story.then(LATER.toString(), new TransactionDeleted(Story.USER, ID, last, LATER));
        assertThat(story.documents()).isEmpty();
    }

    @Test
    void isListedByTimeAndCategory() {
        var details = Samples.spending(5000, Category.PUBLIC_TRANSPORT, NOON, LocalDate.of(2026, 11, 24), null, null);
        assertThat(model.index(TransactionView.of(Story.USER, ID, details, NOON, NOON)))
                .isEqualTo(new IndexColumns(NOON, "public_transport"));
    }

    private void record() {
        var details = Samples.spending(
                4200, Category.GAS, NOON, LocalDate.of(2026, 11, 24), new PersonalText("tank \"full\""), null);
        story.then(NOON.toString(), new TransactionRecorded(Story.USER, ID, details, NOON));
    }
}
