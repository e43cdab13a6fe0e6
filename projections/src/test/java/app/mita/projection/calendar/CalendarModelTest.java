package app.mita.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.history.Samples;
import app.mita.projection.history.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarModelTest {

    private static final UUID LUNCH = new UUID(5, 5);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Story story = Story.of(new CalendarModel());

    @Test
    void spendingShowsOnItsDay() {
        story.then("2026-11-24T12:00:00Z", recorded(LUNCH, spending(4200, Category.PUBLIC_TRANSPORT, "2026-11-24")))
                .then("2026-11-24T12:00:01Z", recorded(new UUID(5, 6), spending(80, Category.FOOD, "2026-11-24")));
        assertThat(story.documents()).containsExactly(Map.entry("2026-11", """
            {"planned":null,"spent":{"2026-11-24":{"food":0.80,"public transport":42.00}}}\
            """));
    }

    @Test
    void aPlanStaysWithItsSpending() {
        story.then("2026-11-24T12:00:00Z", recorded(LUNCH, spending(100, Category.FOOD, "2026-11-02")))
                .then(
                        "2026-11-24T12:00:01Z",
                        new MonthPlanned(
                                Story.USER,
                                YearMonth.of(2026, 11),
                                Map.of("rent", List.of(Money.of("1500"), Money.ZERO)),
                                NOON));
        assertThat(story.document("2026-11")).isEqualTo("""
            {"planned":{"rent":[1500.00,0.00]},"spent":{"2026-11-02":{"food":1.00}}}\
            """);
    }

    @Test
    void aCorrectionMovesTheSpendingToItsNewMonth() {
        var before = spending(4200, Category.FOOD, "2026-11-01");
        story.then("2026-11-24T12:00:00Z", recorded(LUNCH, before))
                .then(
                        "2026-11-24T13:00:00Z",
                        new TransactionCorrected(
                                Story.USER, LUNCH, before, spending(1000, Category.RENT, "2026-10-31"), NOON, NOON));
        assertThat(story.documents()).containsExactly(Map.entry("2026-10", """
            {"planned":null,"spent":{"2026-10-31":{"rent":10.00}}}\
            """));
    }

    @Test
    void aDeletionTakesItBack() {
        var lunch = spending(4200, Category.FOOD, "2026-11-24");
        story.then("2026-11-24T12:00:00Z", recorded(LUNCH, lunch))
                .then("2026-11-24T13:00:00Z", new TransactionDeleted(Story.USER, LUNCH, lunch, NOON));
        assertThat(story.documents()).isEmpty();
    }

    private static TransactionRecorded recorded(UUID id, TransactionDetails details) {
        return new TransactionRecorded(Story.USER, id, details, NOON);
    }

    private static TransactionDetails spending(long cents, Category category, String day) {
        return Samples.spending(cents, category, NOON, LocalDate.parse(day), null, null);
    }
}
