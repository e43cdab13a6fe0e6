package app.mita.api.planning;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Planned money of later days moved to an overspent category of a day (domain.md, "Rebalance"; invariant 18: the month's
 * plan stays the same).
 *
 * @param day         whose {@code category} got the sum of the transfers
 * @param transaction the one that overspent the category
 * @param transfers   one for each category that gave, in the order they gave; not empty
 * @param uncovered   what no category could give; zero when fully covered
 */
@EventType(name = "BudgetRebalanced")
public record BudgetRebalanced(
        UUID user,
        LocalDate day,
        @ClearWords(Vocabulary.PLAN_CATEGORIES) String category,
        UUID transaction,
        List<Transfer> transfers,
        Money uncovered,
        Instant rebalancedAt)
        implements MitaEvent {

    /**
     * What one category gave.
     *
     * @param id    names it in the user's redistribution history
     * @param taken by day, each amount positive
     */
    public record Transfer(
            UUID id, @ClearWords(Vocabulary.PLAN_CATEGORIES) String from, SortedMap<LocalDate, Money> taken) {

        @JsonIgnore
        public Money amount() {
            return Money.sum(taken.values());
        }
    }

    @JsonIgnore
    public Money covered() {
        return Money.sum(transfers.stream().map(Transfer::amount).toList());
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.month(user, YearMonth.from(day)));
    }
}
