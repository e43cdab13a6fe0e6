package app.mita.api.budget;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** All the automation settings after a change. */
@EventType(name = "AutomationChanged")
public record AutomationChanged(UUID user, Automation automation, Instant changedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.settings(user));
    }
}
