package app.mita.projection.analytics;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalyticsModelTest {

    private static final String NOW = "2026-11-24T12:00:00Z";
    private static final Instant NOON = Instant.parse(NOW);

    private final Story story = Story.of(new AnalyticsModel());

    @Test
    void sumsByDayCategoryAndMerchant() {
        record(1, spending(4200, Category.FOOD, "2026-11-24", new PersonalText("Corner Shop")));
        record(2, spending(80, Category.FOOD, "2026-11-24", new PersonalText("Bakery")));
        record(3, spending(100, Category.PUBLIC_TRANSPORT, "2026-11-02", new PersonalText("Bakery")));
        assertThat(story.documents()).containsExactly(Map.entry("2026-11", """
            {"days":{\
            "2026-11-02":{"count":1,"total":100,"squares":10000,"categories":{"public_transport":{"count":1,"total":100}}},\
            "2026-11-24":{"count":2,"total":4280,"squares":17646400,"categories":{"food":{"count":2,"total":4280}}}},\
            "merchants":{"Bakery":{"count":2,"total":180},"Corner Shop":{"count":1,"total":4200}}}\
            """));
    }

    @Test
    void aCorrectionMovesToItsMonthDayCategoryAndMerchant() {
        var before = spending(4200, Category.FOOD, "2026-11-01", new PersonalText("Corner Shop"));
        record(1, before);
        correct(1, before, spending(1000, Category.RENT, "2026-10-31", new PersonalText("Bakery")));
        assertThat(story.documents()).containsExactly(Map.entry("2026-10", """
            {"days":{"2026-10-31":{"count":1,"total":1000,"squares":1000000,"categories":{"rent":{"count":1,"total":1000}}}},\
            "merchants":{"Bakery":{"count":1,"total":1000}}}\
            """));
    }

    @Test
    void aCorrectionWithinItsDayStays() {
        var before = spending(4200, Category.FOOD, "2026-11-24", null);
        record(1, before);
        correct(1, before, spending(10_000, Category.FOOD, "2026-11-24", null));
        assertThat(story.document("2026-11")).isEqualTo("""
            {"days":{"2026-11-24":{"count":1,"total":10000,"squares":100000000,"categories":{"food":{"count":1,"total":10000}}}},\
            "merchants":{}}\
            """);
    }

    @Test
    void aDeletionTakesItBack() {
        var lunch = spending(4200, Category.FOOD, "2026-11-24", new PersonalText("Corner Shop"));
        var bread = spending(300, Category.GROCERIES, "2026-11-24", new PersonalText("Corner Shop"));
        record(1, bread);
        var withoutLunch = story.document("2026-11");
        record(2, lunch);
        delete(2, lunch);
        assertThat(story.document("2026-11")).isEqualTo(withoutLunch);
        delete(1, bread);
        assertThat(story.documents()).isEmpty();
    }

    @Test
    void anErasedNameIsNobody() {
        record(1, spending(100, Category.FOOD, "2026-11-24", PersonalText.ERASED));
        assertThat(story.document("2026-11")).endsWith("\"merchants\":{}}");
    }

    private void record(int id, TransactionDetails details) {
        story.then(NOW, new TransactionRecorded(Story.USER, new UUID(9, id), details, NOON));
    }

    private void correct(int id, TransactionDetails before, TransactionDetails after) {
        story.then(NOW, new TransactionCorrected(Story.USER, new UUID(9, id), before, after, NOON, NOON));
    }

    private void delete(int id, TransactionDetails last) {
        story.then(NOW, new TransactionDeleted(Story.USER, new UUID(9, id), last, NOON));
    }

    private static TransactionDetails spending(
            long cents, Category category, String day, @Nullable PersonalText merchant) {
        return Samples.spending(cents, category, NOON, LocalDate.parse(day), null, merchant);
    }
}
