package app.mita.api.profile;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The whole profile after a change. */
@EventType(name = "ProfileChanged")
public record ProfileChanged(UUID user, ProfileDetails profile, Instant changedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
