package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Every event names its tags itself. */
public final class EventTags implements TagResolver {

    @Override
    public Set<Tag> resolve(EventMessage event) {
        return of((MitaEvent) event.payload());
    }

    static Set<Tag> of(MitaEvent event) {
        return event.tags().stream().map(Boundary::axonTag).collect(Collectors.toUnmodifiableSet());
    }
}
