package app.mita.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
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
import java.util.TreeMap;
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
            {"planned":null,"spent":{"2026-11-24":{"food":80,"public_transport":4200}}}\
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
            {"planned":{"rent":[150000,0]},"spent":{"2026-11-02":{"food":100}}}\
            """);
    }

    @Test
    void anEditAndARebalanceChangeThePlannedDays() {
        var plan = Map.of("hobbies", List.of(Money.ZERO, Money.of("20"), Money.of("10.01")));
        var first = LocalDate.of(2026, 11, 1);
        story.then("2026-11-01T12:00:00Z", new MonthPlanned(Story.USER, YearMonth.of(2026, 11), plan, NOON))
                .then(
                        "2026-11-01T12:00:01Z",
                        new DayPlanEdited(
                                Story.USER,
                                first,
                                Map.of("hobbies", Money.ZERO),
                                Map.of("hobbies", Money.of("5")),
                                NOON))
                .then(
                        "2026-11-01T12:00:02Z",
                        new BudgetRebalanced(
                                Story.USER,
                                first,
                                "hobbies",
                                LUNCH,
                                List.of(new BudgetRebalanced.Transfer(
                                        new UUID(7, 7),
                                        "hobbies",
                                        new TreeMap<>(Map.of(
                                                first.plusDays(1), Money.of("10"), first.plusDays(2), Money.of("5"))))),
                                Money.ZERO,
                                NOON));
        assertThat(story.document("2026-11")).isEqualTo("""
            {"planned":{"hobbies":[2000,1000,501]},"spent":{}}\
            """);
    }

    @Test
    void aCategoryThatThePlanLacksComesWithNothingOnTheOtherDays() {
        var first = LocalDate.of(2026, 2, 1);
        story.then("2026-02-01T12:00:00Z", new MonthPlanned(Story.USER, YearMonth.of(2026, 2), Map.of(), NOON))
                .then(
                        "2026-02-01T12:00:01Z",
                        new DayPlanEdited(
                                Story.USER, first, Map.of("pets", Money.ZERO), Map.of("pets", Money.of("5")), NOON));
        assertThat(story.document("2026-02"))
                .startsWith("{\"planned\":{\"pets\":[500,0,")
                .contains("]}");
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
            {"planned":null,"spent":{"2026-10-31":{"rent":1000}}}\
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
