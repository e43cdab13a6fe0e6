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
 * A feature of the app was used.
 *
 * @param metadata what else the app says, as JSON; it may name the person, so it is personal
 * @param usedAt   by the app's clock; the server's where the app did not say
 */
@EventType(name = "FeatureUsed")
public record FeatureUsed(
        UUID user,
        @ClearWords(Vocabulary.FEATURES) PersonalText feature,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText screen,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText action,
        @Nullable PersonalText metadata,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText sessionId,
        @ClearWords(Vocabulary.PLATFORMS) @Nullable PersonalText platform,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText appVersion,
        Instant usedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.usage(user));
    }
}
