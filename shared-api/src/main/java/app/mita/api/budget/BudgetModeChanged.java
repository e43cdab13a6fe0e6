package app.mita.api.budget;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A user chose how strictly their budget is kept.
 *
 * @param mode strict, flexible, behavioral, goal-oriented or default
 */
@EventType(name = "BudgetModeChanged")
public record BudgetModeChanged(UUID user, String mode, Instant changedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.settings(user));
    }
}
