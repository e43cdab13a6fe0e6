package app.mita.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardView;
import app.mita.api.dashboard.DashboardView.DailyTarget;
import app.mita.api.dashboard.DashboardView.WeekDay;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.query.Examples;
import app.mita.query.readmodel.KnownUser;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DashboardScreenTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static DashboardView view(Examples.Dashboard dashboard) {
        var document = dashboard.document();
        return DashboardScreen.view(document, document.recent(), Today.of(KnownUser.at(document, NOW)));
    }

    private static Money[] everyDay(String amount) {
        var days = new Money[NOVEMBER.lengthOfMonth()];
        java.util.Arrays.fill(days, Money.of(amount));
        return days;
    }

    @Test
    void todaysTargetsAreThePlansAndWhatIsSpentBesides() {
        var view = view(Examples.dashboard()
                .income("6000")
                .planned(NOVEMBER, "transport public", everyDay("30"))
                .planned(NOVEMBER, "rent", Money.of("1500"))
                .spent("2026-11-24", "food", "42"));
        assertThat(view.dailyTargets())
                .containsExactly(
                        new DailyTarget("Transport Public", Money.of("30"), Money.ZERO, "category", "#9E9E9E"),
                        new DailyTarget("Food", Money.ZERO, Money.of("42"), "restaurant", "#4CAF50"));
    }

    @Test
    void withoutAPlanTheDaysShareOfTheIncomeIsDivided() {
        var view = view(Examples.dashboard().income("3000"));
        assertThat(view.dailyTargets())
                .extracting(DailyTarget::limit)
                .containsExactly(Money.of("35"), Money.of("25"), Money.of("20"), Money.of("20"));
        assertThat(view.week()).allSatisfy(day -> assertThat(day.budget()).isEqualTo(Money.of("100")));
    }

    @Test
    void aDayOfTheWeekIsJudgedByItsBudget() {
        var view = view(Examples.dashboard()
                .income("6000")
                .planned(NOVEMBER, "groceries", everyDay("10"))
                .spent("2026-11-22", "groceries", "9.01")
                .spent("2026-11-23", "food", "10.01")
                .spent("2026-11-24", "groceries", "9.00"));
        assertThat(view.week())
                .extracting(WeekDay::status)
                .containsExactly("good", "good", "good", "good", "warning", "over", "good");
    }

    @Test
    void recentSpendingHasItsLookAndAWordWhereItHasNone() {
        var view = view(Examples.dashboard()
                .recent("2026-11-24T10:00:00Z", Category.FOOD, "42", "lunch")
                .recent("2026-11-24T09:00:00Z", Category.GROCERIES, "7.5", null));
        assertThat(view.transactions())
                .extracting("category", "action", "icon", "color")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("food", "lunch", "restaurant", "#4CAF50"),
                        org.assertj.core.groups.Tuple.tuple("groceries", "Purchase", "attach_money", "#9E9E9E"));
    }

    @Test
    void theListIsTrustedOnlyDownToItsFloor() {
        var full = Examples.dashboard();
        for (int minute = 59; minute > 45; minute--) {
            full.recent("2026-11-24T10:%02d:00Z".formatted(minute), Category.FOOD, "1", null);
        }
        assertThat(RecentList.isComplete(full.document())).isTrue();
        assertThat(RecentList.isComplete(full.floor("2026-11-24T10:49:30Z", 500).document()))
                .isTrue();
        assertThat(RecentList.isComplete(full.floor("2026-11-24T10:50:00Z", 500).document()))
                .isFalse();
        assertThat(RecentList.isComplete(Examples.dashboard()
                        .recent("2026-11-24T10:00:00Z", Category.FOOD, "1", null)
                        .floor("2026-11-24T09:00:00Z", 1)
                        .document()))
                .isTrue();
    }

    @Test
    void quickStatsOfTheOriginalsExample() {
        var document = Examples.dashboard()
                .income("6000")
                .spent("2026-11-03", "food", "42")
                .spent("2026-11-07", "dining out", "20")
                .spent("2026-11-09", "dining out", "30")
                .spent("2026-10-31", "rent", "900")
                .document();
        var stats = QuickStats.view(Today.of(KnownUser.at(document, NOW)));
        assertThat(stats.monthlySpending()).isEqualTo(Money.of("92"));
        assertThat(stats.dailyAverage()).isEqualTo(Money.of("3.83"));
        assertThat(stats.topCategory().name()).isEqualTo("Dining Out");
        assertThat(stats.topCategory().amount()).isEqualTo(Money.of("50"));
        assertThat(stats.savingsAmount()).isEqualTo(Money.of("5908"));
        assertThat(stats.savingsRate()).isEqualByComparingTo("98.47");
    }
}
