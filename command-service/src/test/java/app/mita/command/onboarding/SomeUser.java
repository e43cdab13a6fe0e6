package app.mita.command.onboarding;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.UserRegistered;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.profile.ProfileDetails;
import app.mita.domain.onboarding.BudgetFromAnswers;
import app.mita.domain.planning.MonthPlanner;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A user and the events that made them, for tests of deciders. */
public final class SomeUser {

    public static final UUID USER = UUID.fromString("0190f6e2-0000-7000-8000-00000000000a");
    public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private SomeUser() {}

    public static MitaEvent registered(String zone) {
        return new UserRegistered(
                USER,
                new ProfileDetails(
                        new PersonalText("a@example.org"),
                        null,
                        "US",
                        null,
                        null,
                        null,
                        null,
                        zone,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        new PersonalText("50/30/20 Rule"),
                        "USD",
                        true,
                        false,
                        false),
                START);
    }

    public static MitaEvent deleted() {
        return new AccountDeleted(USER, START);
    }

    /** 6,000 a month, of which 1,700 are fixed and 400 are saved, in California. */
    public static OnboardingAnswers answers() {
        var fixed = new LinkedHashMap<String, Money>();
        fixed.put("rent", Money.of("1500"));
        fixed.put("utilities", Money.of("200"));
        return new OnboardingAnswers(
                Money.of("6000"),
                Money.ZERO,
                fixed,
                Map.of("dining_out_per_month", 8),
                Money.of("400"),
                null,
                null,
                new PersonalText("US-CA"));
    }

    public static MitaEvent onboarded(String zone) {
        return new OnboardingCompleted(USER, answers(), BudgetFromAnswers.plan(answers()), zone, START);
    }

    public static MonthPlanned planned(YearMonth month, Instant at) {
        var plan = BudgetFromAnswers.plan(answers());
        return new MonthPlanned(USER, month, MonthPlanner.plan(answers(), plan, month), at);
    }
}
