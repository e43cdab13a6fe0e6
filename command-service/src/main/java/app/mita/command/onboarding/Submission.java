package app.mita.command.onboarding;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/onboarding/submit. What it does not know it ignores.
 *
 * @param fixedExpenses a month's amount by category; may be empty
 * @param region        such as {@code US-CA}
 * @param timezone      an IANA name; another one is ignored
 */
record Submission(
        @NotNull @Valid Income income,

        @NotNull
        @NamedAmounts(max = "1000000", message = "needs names of 1 to 100 characters with amounts from 0 to 1,000,000")
        Map<String, BigDecimal> fixedExpenses,

        @Valid @Nullable SpendingHabits spendingHabits,
        @Valid @Nullable Goals goals,
        @Size(max = 100) @Nullable String region,
        @Nullable String timezone) {

    /** Of a month. */
    record Income(
            @NotNull @Positive @DecimalMax(NamedAmounts.MOST)
            BigDecimal monthlyIncome,

            @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
            BigDecimal additionalIncome) {}

    /** Counts in the period that the name says. */
    record SpendingHabits(
            @PositiveOrZero @Nullable Integer diningOutPerMonth,
            @PositiveOrZero @Nullable Integer entertainmentPerMonth,
            @PositiveOrZero @Nullable Integer clothingPerMonth,
            @PositiveOrZero @Nullable Integer travelPerYear,
            @PositiveOrZero @Nullable Integer coffeePerWeek,
            @PositiveOrZero @Nullable Integer transportPerMonth) {

        Map<String, Integer> counts() {
            var counts = new LinkedHashMap<String, Integer>();
            put(counts, "dining_out_per_month", diningOutPerMonth);
            put(counts, "entertainment_per_month", entertainmentPerMonth);
            put(counts, "clothing_per_month", clothingPerMonth);
            put(counts, "travel_per_year", travelPerYear);
            put(counts, "coffee_per_week", coffeePerWeek);
            put(counts, "transport_per_month", transportPerMonth);
            return Collections.unmodifiableMap(counts);
        }

        private static void put(Map<String, Integer> counts, String habit, @Nullable Integer count) {
            if (count != null) {
                counts.put(habit, count);
            }
        }
    }

    /** What the user saves for. */
    record Goals(
            @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
            BigDecimal savingsGoalAmountPerMonth,

            @Size(max = 100) @Nullable String savingsGoalType,
            @Nullable Boolean hasEmergencyFund) {}

    OnboardingAnswers answers() {
        var fixed = new LinkedHashMap<String, Money>();
        fixedExpenses.forEach((category, amount) -> fixed.merge(category.strip(), Money.of(amount), Money::plus));
        return new OnboardingAnswers(
                Money.of(income.monthlyIncome()),
                Money.of(requireNonNullElse(income.additionalIncome(), BigDecimal.ZERO)),
                Collections.unmodifiableMap(fixed),
                spendingHabits == null ? Map.of() : spendingHabits.counts(),
                goals == null || goals.savingsGoalAmountPerMonth() == null
                        ? Money.ZERO
                        : Money.of(goals.savingsGoalAmountPerMonth()),
                goals == null ? null : PersonalText.ofNullable(goals.savingsGoalType()),
                goals == null ? null : goals.hasEmergencyFund(),
                region == null || region.isBlank() ? null : new PersonalText(region.strip()));
    }
}
