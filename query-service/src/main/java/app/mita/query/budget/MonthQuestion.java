package app.mita.query.budget;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.runtime.web.NamedAmounts;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/budget/monthly.
 *
 * @param userAnswers   as onboarding takes them; null, or without an income, means to go by an income alone
 * @param monthlyIncome null means the user's own
 */
record MonthQuestion(
        @NotNull @Min(1) @Max(9999) Integer year,
        @NotNull @Min(1) @Max(12) Integer month,

        @JsonProperty("userAnswers") @JsonAlias("user_answers") @Valid @Nullable
        UserAnswers userAnswers,

        @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
        BigDecimal monthlyIncome) {

    /** What it does not know it ignores. */
    record UserAnswers(
            @Valid @Nullable Income income,
            @NamedAmounts @Nullable Map<String, BigDecimal> fixedExpenses,
            @Valid @Nullable SpendingHabits spendingHabits,
            @Valid @Nullable Goals goals,
            @Size(max = 100) @Nullable String region) {}

    /** Of a month. */
    record Income(
            @NotNull @Positive @DecimalMax(NamedAmounts.MOST)
            BigDecimal monthlyIncome,

            @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
            BigDecimal additionalIncome) {}

    /** Those of the counts that divide a month's money. */
    record SpendingHabits(
            @PositiveOrZero @Nullable Integer diningOutPerMonth,
            @PositiveOrZero @Nullable Integer travelPerYear,
            @PositiveOrZero @Nullable Integer coffeePerWeek) {

        Map<String, Integer> counts() {
            var counts = new LinkedHashMap<String, Integer>();
            counts.put("dining_out_per_month", requireNonNullElse(diningOutPerMonth, 0));
            counts.put("travel_per_year", requireNonNullElse(travelPerYear, 0));
            counts.put("coffee_per_week", requireNonNullElse(coffeePerWeek, 0));
            return counts;
        }
    }

    /** What the user saves for. */
    record Goals(
            @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
            BigDecimal savingsGoalAmountPerMonth) {}

    YearMonth yearMonth() {
        return YearMonth.of(year, month);
    }

    @Nullable
    OnboardingAnswers answers() {
        return userAnswers == null || userAnswers.income() == null ? null : answers(userAnswers, userAnswers.income());
    }

    private static OnboardingAnswers answers(UserAnswers given, Income income) {
        var fixed = new LinkedHashMap<String, Money>();
        requireNonNullElse(given.fixedExpenses(), Map.<String, BigDecimal>of())
                .forEach((category, amount) -> fixed.merge(category.strip(), Money.of(amount), Money::plus));
        return new OnboardingAnswers(
                Money.of(income.monthlyIncome()),
                Money.of(requireNonNullElse(income.additionalIncome(), BigDecimal.ZERO)),
                Collections.unmodifiableMap(fixed),
                given.spendingHabits() == null
                        ? Map.of()
                        : given.spendingHabits().counts(),
                given.goals() == null || given.goals().savingsGoalAmountPerMonth() == null
                        ? Money.ZERO
                        : Money.of(given.goals().savingsGoalAmountPerMonth()),
                null,
                null,
                given.region() == null || given.region().isBlank()
                        ? null
                        : new PersonalText(given.region().strip()));
    }
}
