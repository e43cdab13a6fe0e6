package app.mita.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardView.WeekDay;
import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.readmodel.KnownUser;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What the main screen shows while time goes by and no event happens. */
class ClockTest {

    private static Today at(DashboardDocument document, String instant) {
        return Today.of(KnownUser.at(document, Instant.parse(instant)));
    }

    private static Money balance(DashboardDocument document, String instant) {
        return at(document, instant).money().balance();
    }

    private static Money spent(DashboardDocument document, String instant) {
        return DashboardScreen.view(document, document.recent(), at(document, instant))
                .spent();
    }

    private static Instant until(DashboardDocument document, String instant) {
        var sources = KnownUser.at(document, Instant.parse(instant));
        Today.of(sources);
        return KnownUser.until(sources);
    }

    @Test
    void midnightIsTheUsersOwn() {
        var document = Examples.dashboard()
                .zone("America/Los_Angeles")
                .income("6000")
                .spent("2026-11-24", "food", "42")
                .document();
        assertThat(spent(document, "2026-11-25T07:59:59.999999Z")).isEqualTo(Money.of("42"));
        assertThat(spent(document, "2026-11-25T08:00:00Z")).isEqualTo(Money.ZERO);
        assertThat(until(document, "2026-11-24T20:00:00Z")).isEqualTo("2026-11-25T08:00:00Z");
        var week = DashboardScreen.view(document, document.recent(), at(document, "2026-11-25T08:00:00Z"))
                .week();
        assertThat(week).extracting(WeekDay::day).containsExactly("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed");
        assertThat(week.get(5).spent()).isEqualTo(Money.of("42"));
    }

    @Test
    void aNewMonthBeginsWithTheWholeIncome() {
        var document = Examples.dashboard()
                .zone("Europe/Berlin")
                .income("6000")
                .spent("2026-11-30", "food", "42")
                .document();
        assertThat(balance(document, "2026-11-30T22:59:59Z")).isEqualTo(Money.of("5958"));
        assertThat(balance(document, "2026-11-30T23:00:00Z")).isEqualTo(Money.of("6000"));
        assertThat(QuickStats.view(at(document, "2026-11-30T23:00:00Z")).monthlySpending())
                .isEqualTo(Money.ZERO);
        assertThat(DashboardScreen.view(document, document.recent(), at(document, "2026-11-30T23:00:00Z"))
                        .week()
                        .get(5)
                        .spent())
                .isEqualTo(Money.of("42"));
    }

    @Test
    void aNewMonthOfAnOnboardedUserShowsItsPlanBeforeAnyoneWroteIt() {
        var november = YearMonth.of(2026, 11);
        var document = Examples.dashboard()
                .onboarded()
                .planned(november, "rent", Money.of("1500"))
                .document();
        var before = DashboardScreen.view(document, document.recent(), at(document, "2026-11-30T23:59:59Z"));
        assertThat(before.dailyTargets()).hasSize(4).first().satisfies(target -> assertThat(target.category())
                .isEqualTo("Food & Dining"));
        var after = DashboardScreen.view(document, document.recent(), at(document, "2026-12-01T00:00:00Z"));
        assertThat(after.dailyTargets().getFirst().category()).isEqualTo("Rent");
        assertThat(after.dailyTargets().getFirst().limit()).isEqualTo(Money.of("1500"));
        assertThat(after.week().getLast().budget().compareTo(Money.of("1500"))).isPositive();
        assertThat(after.week().get(5).budget()).isEqualTo(Money.ZERO);
    }

    @Test
    void aDayOf23HoursIsOneDay() {
        var document = Examples.dashboard()
                .zone("Europe/Berlin")
                .income("6000")
                .spent("2026-03-29", "food", "7")
                .document();
        assertThat(until(document, "2026-03-28T23:00:00Z")).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(spent(document, "2026-03-28T22:59:59Z")).isEqualTo(Money.ZERO);
        assertThat(spent(document, "2026-03-28T23:00:00Z")).isEqualTo(Money.of("7"));
        assertThat(spent(document, "2026-03-29T21:59:59Z")).isEqualTo(Money.of("7"));
        assertThat(spent(document, "2026-03-29T22:00:00Z")).isEqualTo(Money.ZERO);
    }

    @Test
    void aDayOf25HoursIsOneDay() {
        var document = Examples.dashboard()
                .zone("America/New_York")
                .income("6000")
                .spent("2026-11-01", "food", "7")
                .document();
        assertThat(until(document, "2026-11-01T04:00:00Z")).isEqualTo("2026-11-02T05:00:00Z");
        assertThat(spent(document, "2026-11-01T03:59:59Z")).isEqualTo(Money.ZERO);
        assertThat(spent(document, "2026-11-01T04:00:00Z")).isEqualTo(Money.of("7"));
        assertThat(spent(document, "2026-11-02T04:59:59Z")).isEqualTo(Money.of("7"));
        assertThat(spent(document, "2026-11-02T05:00:00Z")).isEqualTo(Money.ZERO);
    }

    /** Clocks of Beirut skipped midnight itself in 2022. */
    @Test
    void aDayMayBeginAtOneOClock() {
        var document = Examples.dashboard().zone("Asia/Beirut").document();
        assertThat(until(document, "2022-03-26T12:00:00Z")).isEqualTo("2022-03-26T22:00:00Z");
        assertThat(at(document, "2022-03-26T22:00:00Z").date()).isEqualTo("2022-03-27");
    }

    @Test
    void whatIsStillToComeLeavesTheBalanceAloneUntilItComes() {
        var document = Examples.dashboard()
                .income("6000")
                .upcoming("2026-11-24T18:00:00Z", "food", "42")
                .upcoming("2026-11-25T09:00:00Z", "food", "8")
                .document();
        assertThat(balance(document, "2026-11-24T17:59:59Z")).isEqualTo(Money.of("6000"));
        assertThat(until(document, "2026-11-24T17:59:59Z")).isEqualTo("2026-11-24T18:00:00Z");
        assertThat(balance(document, "2026-11-24T18:00:00Z")).isEqualTo(Money.of("5958"));
        assertThat(until(document, "2026-11-24T18:00:00Z")).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(until(document, "2026-11-25T00:00:00Z")).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(balance(document, "2026-11-25T09:00:00Z")).isEqualTo(Money.of("5950"));
        assertThat(spent(document, "2026-11-24T01:00:00Z")).isEqualTo(Money.of("42"));
    }

    @Test
    void whatIsToComeNextMonthIsNotOfThisOne() {
        var document = Examples.dashboard()
                .income("6000")
                .spent("2026-11-30", "food", "5")
                .upcoming("2026-12-01T09:00:00Z", "food", "8")
                .document();
        assertThat(balance(document, "2026-11-30T20:00:00Z")).isEqualTo(Money.of("5995"));
        assertThat(balance(document, "2026-12-01T08:00:00Z")).isEqualTo(Money.of("6000"));
        assertThat(balance(document, "2026-12-01T09:00:00Z")).isEqualTo(Money.of("5992"));
    }

    @Test
    void anUnknownZoneIsReadAsUtc() {
        assertThat(at(Examples.dashboard().zone("Mars/Base").document(), "2026-11-24T23:59:59Z")
                        .date())
                .isEqualTo("2026-11-24");
    }
}
