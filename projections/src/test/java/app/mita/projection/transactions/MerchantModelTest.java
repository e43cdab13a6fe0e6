package app.mita.projection.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.PersonalText;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.history.Samples;
import app.mita.projection.history.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MerchantModelTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final TransactionDetails AT_SHOP = at(Category.FOOD, new PersonalText("Corner Shop"));

    private final Story story = Story.of(new MerchantModel());

    @Test
    void countsWhateverTheCase() {
        record(1, AT_SHOP);
        record(2, at(Category.RENT, new PersonalText("CORNER shop")));
        assertThat(story.document("corner shop")).isEqualTo("""
            {"name":"CORNER shop","category":"rent","frequency":2}\
            """);
    }

    @Test
    void aCorrectionMoves() {
        record(1, AT_SHOP);
        correct(1, AT_SHOP, at(Category.FOOD, new PersonalText("Bakery")));
        assertThat(story.documents()).containsOnlyKeys("bakery");
    }

    @Test
    void aCorrectionOfSomethingElseStays() {
        record(1, AT_SHOP);
        correct(1, AT_SHOP, at(Category.PETS, new PersonalText("Corner Shop")));
        assertThat(story.document("corner shop")).isEqualTo("""
            {"name":"Corner Shop","category":"pets","frequency":1}\
            """);
    }

    @Test
    void theLastDeletionRemoves() {
        record(1, AT_SHOP);
        story.then(NOON.toString(), new TransactionDeleted(Story.USER, new UUID(9, 1), AT_SHOP, NOON));
        assertThat(story.documents()).isEmpty();
    }

    @Test
    void anErasedNameIsNobody() {
        record(1, at(Category.FOOD, PersonalText.ERASED));
        record(2, at(Category.FOOD, null));
        assertThat(story.documents()).isEmpty();
    }

    private void record(int id, TransactionDetails details) {
        story.then(NOON.toString(), new TransactionRecorded(Story.USER, new UUID(9, id), details, NOON));
    }

    private void correct(int id, TransactionDetails before, TransactionDetails after) {
        story.then(NOON.toString(), new TransactionCorrected(Story.USER, new UUID(9, id), before, after, NOON, NOON));
    }

    private static TransactionDetails at(Category category, @Nullable PersonalText merchant) {
        return Samples.spending(100, category, NOON, LocalDate.of(2026, 11, 24), null, merchant);
    }
}
