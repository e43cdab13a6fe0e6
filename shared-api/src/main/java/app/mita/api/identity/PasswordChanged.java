package app.mita.api.identity;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The password was changed or reset; the password itself is in no event. */
@EventType(name = "PasswordChanged")
public record PasswordChanged(UUID user, Instant changedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
