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
 * A user tried a feature that they may or may not have access to.
 *
 * @param metadata what else the app says, as JSON; it may name the person, so it is personal
 */
@EventType(name = "FeatureAccessAttempted")
public record FeatureAccessAttempted(
        UUID user,
        @ClearWords(Vocabulary.FEATURES) PersonalText feature,
        boolean hasAccess,
        boolean premiumFeature,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText screen,
        @Nullable PersonalText metadata,
        Instant attemptedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.usage(user));
    }
}
