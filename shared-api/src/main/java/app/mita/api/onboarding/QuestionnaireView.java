package app.mita.api.onboarding;

import java.util.List;
import java.util.Map;

/**
 * What onboarding asks (core.md section 5).
 *
 * @param questions     none in the original, whose app brings its own wording
 * @param income        type of each answer by its name
 * @param fixedExpenses names that the app offers; others are accepted
 */
public record QuestionnaireView(
        List<String> questions,
        Map<String, String> income,
        List<String> fixedExpenses,
        Map<String, String> spendingHabits,
        Map<String, String> goals) {}
