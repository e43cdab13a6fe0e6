package app.mita.api.identity;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An operator made the user premium or an admin; tokens show it from the next login. */
@EventType(name = "AccessGranted")
public record AccessGranted(UUID user, Role role, boolean premium, Instant grantedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
