package app.mita.domain.dashboard;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A month's income and what was spent of it so far.
 *
 * @param income not negative
 * @param spent  live spending of the local month up to now (invariant 8)
 */
public record MonthMoney(Money income, Money spent) {

    private static final BigDecimal PLAN_DAYS = BigDecimal.valueOf(30);

    /** How the month goes, by the share of income that is spent. */
    public enum Pace {
        /** Nothing spent, or no income to compare with. */
        STARTING,
        /** Up to 60 percent. */
        EXCELLENT,
        /** Above 60 percent. */
        GOOD,
        /** Above 80 percent. */
        HIGH
    }

    /** What is left; negative when more was spent than came in. */
    public Money balance() {
        return income.minus(spent);
    }

    /** @param dayOfMonth from 1 */
    public Money dailyAverage(int dayOfMonth) {
        return Money.of(spent.amount().divide(BigDecimal.valueOf(dayOfMonth), 2, RoundingMode.HALF_UP));
    }

    /** Percent of income that is left, two decimals; 0 without income. */
    public BigDecimal savingsRate() {
        return Percent.of(balance(), income, 2);
    }

    /** A day's share of the income, for a day that has no plan. */
    public Money unplannedDay() {
        return unplannedDay(BigDecimal.ONE);
    }

    /** @param share of that day's money, 0 to 1 */
    public Money unplannedDay(BigDecimal share) {
        return Money.of(income.amount().multiply(share).divide(PLAN_DAYS, 2, RoundingMode.HALF_UP));
    }

    /**
     * Whether no more was spent than the days so far allow, the income laid evenly on thirty days (planning.md, live
     * status). Without an income there is nothing to miss.
     *
     * @param dayOfMonth from 1
     */
    public boolean isOnTrack(int dayOfMonth) {
        var allowed = income.amount().multiply(BigDecimal.valueOf(dayOfMonth));
        return !income.isPositive() || spent.amount().multiply(PLAN_DAYS).compareTo(allowed) <= 0;
    }

    public Pace pace() {
        if (!income.isPositive() || !spent.isPositive()) {
            return Pace.STARTING;
        }
        if (Percent.exceeds(spent, income, 80)) {
            return Pace.HIGH;
        }
        return Percent.exceeds(spent, income, 60) ? Pace.GOOD : Pace.EXCELLENT;
    }
}
