package app.mita.api.identity;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.profile.ProfileDetails;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A person opened an account. */
@EventType(name = "UserRegistered")
public record UserRegistered(UUID user, ProfileDetails profile, Instant registeredAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
