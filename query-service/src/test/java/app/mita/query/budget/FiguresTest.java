package app.mita.query.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.budget.DayRowView;
import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.readmodel.KnownUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FiguresTest {

    private static final YearMonth MONTH = YearMonth.of(2028, 2);
    private static final List<String> CATEGORIES = List.of("food", "groceries", "rent", "dining out");
    private static final List<String> ZONES = List.of("UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati");

    record Spending(int day, String category, Money amount) {}

    /** Invariant 17: the month is its days, whichever screen adds them up. */
    @Property(tries = 300)
    void everyScreenAddsUpToTheSameMonth(
            @ForAll("plans") List<List<Money>> plans,
            @ForAll("spendings") List<Spending> spendings,
            @ForAll("moments") Instant now,
            @ForAll("zones") String zone) {
        var dashboard = Examples.dashboard().income("3000").zone(zone);
        IntStream.range(0, plans.size())
                .forEach(i ->
                        dashboard.planned(MONTH, CATEGORIES.get(i), plans.get(i).toArray(Money[]::new)));
        spendings.forEach(spending -> dashboard.spent(
                MONTH.atDay(spending.day()).toString(),
                spending.category(),
                spending.amount().toString()));
        var month = BudgetMonth.of(KnownUser.at(dashboard.document(), now), Period.CURRENT);

        var planned = Money.sum(plans.stream().map(Money::sum).toList());
        var spent = Money.sum(spendings.stream().map(Spending::amount).toList());
        var daily = Figures.daily(month);
        assertThat(Money.sum(Figures.spent(month).values())).isEqualTo(spent);
        assertThat(Money.sum(Figures.remaining(month).values())).isEqualTo(planned.minus(spent));
        assertThat(Money.sum(daily.stream().map(DayRowView::budget).toList())).isEqualTo(planned);
        assertThat(Money.sum(daily.stream().map(DayRowView::spent).toList())).isEqualTo(spent);
        assertThat(daily.stream().map(row -> row.date().toLocalDate() + row.category()))
                .doesNotHaveDuplicates();
        assertThat(Figures.liveStatus(month).monthlySpent()).isEqualTo(spent);
        assertThat(Figures.forecast(month).totalPlanned()).isEqualTo(planned);
        assertThat(Figures.forecast(month).totalSpent()).isEqualTo(spent);

        var today = Figures.liveStatus(month).date();
        assertThat(Money.sum(daily.stream()
                        .filter(row -> row.date().toLocalDate().equals(today))
                        .map(DayRowView::spent)
                        .toList()))
                .isEqualTo(Figures.liveStatus(month).spentToday());
    }

    @Provide
    Arbitrary<List<List<Money>>> plans() {
        return money().list().ofSize(MONTH.lengthOfMonth()).list().ofMaxSize(CATEGORIES.size());
    }

    @Provide
    Arbitrary<List<Spending>> spendings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, MONTH.lengthOfMonth()),
                        Arbitraries.of("food", "pets", "dining out", "travel"),
                        Arbitraries.longs().between(1, 50_000).map(Money::cents))
                .as(Spending::new)
                .list()
                .ofMaxSize(40);
    }

    /** Within the month in every zone. */
    @Provide
    Arbitrary<Instant> moments() {
        var first = LocalDate.of(2028, 2, 2).toEpochDay() * 86_400;
        return Arbitraries.longs().between(first, first + 26L * 86_400).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    private static Arbitrary<Money> money() {
        return Arbitraries.longs().between(0, 20_000).map(cents -> Money.cents(cents % 3 == 0 ? 0 : cents));
    }
}
