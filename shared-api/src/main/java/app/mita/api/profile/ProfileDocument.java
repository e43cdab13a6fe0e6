package app.mita.api.profile;

import app.mita.api.identity.Role;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Read model {@code profile}, key {@code ""}: who the user is and what they answered.
 *
 * @param profile income, zone and region as they are now, onboarding included
 * @param answers null before onboarding
 * @param plan    null before onboarding
 */
public record ProfileDocument(
        ProfileDetails profile,
        Role role,
        boolean premium,
        @Nullable OnboardingAnswers answers,
        @Nullable BudgetPlan plan,
        Instant createdAt) {

    public boolean onboarded() {
        return plan != null;
    }
}
