package app.mita.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.domain.onboarding.BudgetFromAnswers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the planner names by itself is not personal: it stays readable in events. */
class PlanCategoryTest {

    @Test
    void thePlannersCategoriesAreTheAppsOwnWords() {
        assertThat(Stream.concat(Priority.named(), Rhythm.named())).allMatch(Vocabulary.PLAN_CATEGORIES::has);
    }

    @Test
    void soIsAllThatABudgetIsDividedInto() {
        var answers = new OnboardingAnswers(
                Money.of("6000"),
                Money.ZERO,
                Map.of(),
                Map.of("travel_per_year", 1, "coffee_per_week", 1),
                Money.ZERO,
                null,
                null,
                null);
        assertThat(BudgetFromAnswers.plan(answers).discretionaryBreakdown().keySet())
                .contains("coffee", "flights")
                .allMatch(Vocabulary.PLAN_CATEGORIES::has);
    }
}
