package app.mita.api.budget;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The weights of a user's categories followed what the user spends.
 *
 * @param before by category, shares that sum to 1
 * @param after  the same categories, shares that sum to 1
 */
@EventType(name = "WeightsAdapted")
public record WeightsAdapted(
        UUID user, UUID id, Map<String, BigDecimal> before, Map<String, BigDecimal> after, Instant adaptedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.settings(user));
    }
}
