package app.mita.command.planning;

import app.mita.api.money.Money;
import app.mita.domain.planning.PlanCategory;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Body of PATCH /api/calendar/day/….
 *
 * @param updates what is to be planned, by category in any spelling; rounded to the cent
 */
record DayEdits(@NotNull @PlannedAmounts Map<String, BigDecimal> updates) {

    Map<String, Money> amounts() {
        var amounts = new LinkedHashMap<String, Money>();
        updates.forEach((category, amount) -> amounts.put(PlanCategory.named(category), Money.of(amount)));
        return Collections.unmodifiableMap(amounts);
    }
}
