package app.mita.api.planning;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A month got its plan.
 *
 * @param planned by plan category, one amount for each day of the month, the 1st first
 */
@EventType(name = "MonthPlanned")
public record MonthPlanned(
        UUID user,
        YearMonth month,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) Map<String, List<Money>> planned,
        Instant plannedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.month(user, month));
    }
}
