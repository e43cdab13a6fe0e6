package app.mita.domain.onboarding;

import static app.mita.domain.golden.Golden.money;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.domain.golden.Golden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers for tests. */
public final class Answers {

    private Answers() {}

    public static OnboardingAnswers golden(String id) {
        return of(Golden.cases("budgets")
                .filter(golden -> golden.id().equals(id))
                .findFirst()
                .orElseThrow()
                .given());
    }

    public static OnboardingAnswers of(JsonNode given) {
        var fixed = new LinkedHashMap<String, Money>();
        given.get("fixed_expenses").properties().forEach(entry -> fixed.put(entry.getKey(), money(entry.getValue())));
        var habits = new LinkedHashMap<String, Integer>();
        given.get("spending_habits")
                .properties()
                .forEach(entry -> habits.put(entry.getKey(), entry.getValue().intValue()));
        var income = given.get("income");
        return answers(
                money(income.get("monthly_income")),
                money(income.get("additional_income")),
                fixed,
                habits,
                money(given.get("goals").get("savings_goal_amount_per_month")),
                given.get("region").asString());
    }

    public static OnboardingAnswers answers(
            Money monthly,
            Money additional,
            Map<String, Money> fixed,
            Map<String, Integer> habits,
            Money savings,
            @Nullable String region) {
        return new OnboardingAnswers(
                monthly, additional, fixed, habits, savings, null, null, PersonalText.ofNullable(region));
    }
}
