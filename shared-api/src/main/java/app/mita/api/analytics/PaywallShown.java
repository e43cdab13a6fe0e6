package app.mita.api.analytics;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The offer of a premium plan was shown.
 *
 * @param feature  that led to it; null when none did
 * @param metadata what else the app says, as JSON; it may name the person, so it is personal
 * @param shownAt  by the app's clock; the server's where the app did not say
 */
@EventType(name = "PaywallShown")
public record PaywallShown(
        UUID user,
        @ClearWords(Vocabulary.NONE) PersonalText screen,
        @ClearWords(Vocabulary.FEATURES) @Nullable PersonalText feature,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText context,
        @Nullable PersonalText metadata,
        Instant shownAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.usage(user));
    }
}
