package app.mita.api.planning;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A user set a day's planned amounts by hand.
 *
 * @param before by plan category, what was planned before for each category in {@code planned}; zero where nothing was
 * @param planned by plan category, what is planned now; categories that are not named keep their amounts
 */
@EventType(name = "DayPlanEdited")
public record DayPlanEdited(
        UUID user,
        LocalDate day,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) Map<String, Money> before,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) Map<String, Money> planned,
        Instant editedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.month(user, YearMonth.from(day)));
    }
}
