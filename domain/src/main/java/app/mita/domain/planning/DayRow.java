package app.mita.domain.planning;

import app.mita.api.money.Money;
import java.time.LocalDate;

/** One category on one local day: exactly one per pair (invariant 16). */
public record DayRow(LocalDate day, String category, Money planned, Money spent) {

    /** What may still be spent; never negative. */
    public Money left() {
        return planned.minus(spent).max(Money.ZERO);
    }

    /** How much more was spent than planned; never negative. */
    public Money overspent() {
        return spent.minus(planned).max(Money.ZERO);
    }
}
