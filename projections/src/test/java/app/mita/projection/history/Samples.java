package app.mita.projection.history;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values that events are made of. */
public final class Samples {

    public static final OnboardingAnswers ANSWERS = new OnboardingAnswers(
            Money.of("5500"),
            Money.of("500"),
            Map.of("rent", Money.of("1500")),
            Map.of("dining_out_per_month", 4),
            Money.of("400"),
            null,
            null,
            new PersonalText("US-CA"));

    public static final BudgetPlan PLAN = new BudgetPlan(
            Money.of("6000"),
            Money.of("1500"),
            Money.of("400"),
            Money.of("4100"),
            Map.of("groceries", Money.of("400")),
            "middle",
            "middle",
            "balanced",
            Map.of("food", new BigDecimal("0.12")));

    private Samples() {}

    public static ProfileDetails profile(String timezone, Money income) {
        return new ProfileDetails(
                new PersonalText("ada@example.org"),
                new PersonalText("Ada"),
                "US",
                null,
                null,
                null,
                null,
                timezone,
                Money.ZERO,
                income,
                Money.ZERO,
                new PersonalText("50/30/20 Rule"),
                "USD",
                true,
                false,
                false);
    }

    public static TransactionDetails spending(
            long cents,
            Category category,
            Instant spentAt,
            LocalDate day,
            @Nullable PersonalText description,
            @Nullable PersonalText merchant) {
        return new TransactionDetails(
                Money.cents(cents),
                category,
                spentAt,
                day,
                "USD",
                description,
                merchant,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    public static TransactionDetails at(TransactionDetails details, Instant spentAt, LocalDate day) {
        return spending(
                details.amount().cents(), details.category(), spentAt, day, details.description(), details.merchant());
    }

    public static Map<String, List<Money>> plan(YearMonth month, Random random) {
        var plan = new LinkedHashMap<String, List<Money>>();
        plan.put("rent", Money.cents(random.nextInt(200_000)).split(month.lengthOfMonth()));
        plan.put("food", Money.cents(random.nextInt(50_000)).split(month.lengthOfMonth()));
        return plan;
    }
}
