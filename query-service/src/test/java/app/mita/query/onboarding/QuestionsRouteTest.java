package app.mita.query.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.Vocabulary;
import app.mita.query.QueryServiceTest;
import org.junit.jupiter.api.Test;

class QuestionsRouteTest extends QueryServiceTest {

    @Test
    void theQuestionnairesShape() {
        get("/api/onboarding/questions")
                .jsonPath("$.data.questions")
                .isArray()
                .jsonPath("$.data.income.monthly_income")
                .isEqualTo("float")
                .jsonPath("$.data.fixed_expenses[0]")
                .isEqualTo("rent_or_mortgage")
                .jsonPath("$.data.spending_habits.coffee_per_week")
                .isEqualTo("int")
                .jsonPath("$.data.goals.has_emergency_fund")
                .isEqualTo("bool");
    }

    /** What the app offers is not personal: it stays readable in events. */
    @Test
    void itsFixedExpensesAreTheAppsOwnWords() {
        get("/api/onboarding/questions").jsonPath("$.data.fixed_expenses[*]").value(name -> assertThat(
                        (Iterable<?>) name)
                .isNotEmpty()
                .allMatch(word -> Vocabulary.PLAN_CATEGORIES.has(word.toString())));
    }
}
