package app.mita.api.identity;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The account is gone, and with its key every personal text of the user. */
@EventType(name = "AccountDeleted")
public record AccountDeleted(UUID user, Instant deletedAt) implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.account(user));
    }
}
