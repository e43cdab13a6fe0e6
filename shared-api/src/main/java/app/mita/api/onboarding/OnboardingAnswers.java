package app.mita.api.onboarding;

import app.mita.api.event.ClearWords;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers a plan is made from.
 *
 * @param fixedExpenses a month's amount by category, in the order given
 * @param habits        counts by habit, such as {@code dining_out_per_month}; never negative
 * @param savingsGoal   wanted in a month; zero when not asked for
 * @param region        such as {@code US-CA}; null means the default profile
 */
public record OnboardingAnswers(
        Money monthlyIncome,
        Money additionalIncome,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) Map<String, Money> fixedExpenses,
        Map<String, Integer> habits,
        Money savingsGoal,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText savingsGoalType,
        @Nullable Boolean hasEmergencyFund,
        @ClearWords(Vocabulary.REGIONS) @Nullable PersonalText region) {

    public Money totalIncome() {
        return monthlyIncome.plus(additionalIncome);
    }
}
