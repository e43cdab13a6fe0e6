package app.mita.api.onboarding;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The questions are answered, once; income, region and zone of the profile follow from it. */
@EventType(name = "OnboardingCompleted")
public record OnboardingCompleted(
        UUID user, OnboardingAnswers answers, BudgetPlan plan, String timezone, Instant completedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
