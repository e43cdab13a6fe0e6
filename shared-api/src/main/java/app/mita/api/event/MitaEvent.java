package app.mita.api.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import java.util.UUID;

/**
 * A fact about one user, carrying all that a fold needs, so that no fold looks anything up. Implementations are
 * records annotated with {@link EventType}, listed in {@link EventTypes}. Secrets never enter one; personal text is
 * {@link PersonalText}.
 */
public interface MitaEvent {

    /** The user whose fact this is; the key of the event on Kafka. */
    @JsonProperty("user_id")
    UUID user();

    /** The consistency boundaries that this fact belongs to; never empty. */
    @JsonIgnore
    Set<EventTag> tags();
}
