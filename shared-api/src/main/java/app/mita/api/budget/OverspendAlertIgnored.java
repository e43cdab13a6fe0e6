package app.mita.api.budget;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user waved a warning about a category aside.
 *
 * @param overspend null when the app did not say
 * @param goalTitle the goal that suffers; null when the app named none
 * @param day       that the warning was about
 */
@EventType(name = "OverspendAlertIgnored")
public record OverspendAlertIgnored(
        UUID user,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) String category,
        @Nullable Money overspend,
        @Nullable PersonalText goalTitle,
        LocalDate day,
        Instant ignoredAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.usage(user));
    }
}
