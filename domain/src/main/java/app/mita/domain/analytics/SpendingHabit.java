package app.mita.domain.analytics;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How evenly somebody spends and how well they keep to what they meant to do (planning.md, behavioral-insights).
 *
 * @param variable        whether the single amounts differ a lot
 * @param riskScore       0 for even spending, at most 1, two decimals
 * @param impulseBuying   whether a usual amount is more than small change
 * @param budgetAdherence the share of planned days that did not end red, two decimals; 0 without planned days
 * @param savingDiscipline the share of the wanted savings that a month's income leaves room for, 0 to 1, two decimals
 */
public record SpendingHabit(
        boolean variable,
        BigDecimal riskScore,
        boolean impulseBuying,
        BigDecimal budgetAdherence,
        BigDecimal savingDiscipline) {

    /** The days, today the last of them, that a habit is read from. */
    public static final int DAYS = 30;

    /** The variance, in units of the squared mean, from which spending is variable. */
    public static final BigDecimal VARIABLE = new BigDecimal("0.5");

    /** The average amount from which it is more than small change. */
    public static final Money SMALL = Money.of("50");

    private static final BigDecimal ALL = new BigDecimal("1.00");
    private static final BigDecimal NONE = new BigDecimal("0.00");

    /**
     * @param plannedDays days with money in the plan
     * @param redDays     those of them that were overspent
     */
    public record Adherence(int plannedDays, int redDays) {

        BigDecimal share() {
            return plannedDays == 0
                    ? NONE
                    : BigDecimal.valueOf(plannedDays - redDays)
                            .divide(BigDecimal.valueOf(plannedDays), 2, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param spent  of each transaction in the {@link #DAYS} days
     * @param income of a month
     * @param wanted savings of a month; null or zero means that whatever is left counts, as a share of the income
     */
    public static SpendingHabit of(Spread spent, Adherence adherence, Money income, @Nullable Money wanted) {
        return new SpendingHabit(
                spent.varies(VARIABLE),
                spent.relativeVariance(2).min(ALL),
                spent.total().amount().compareTo(SMALL.amount().multiply(BigDecimal.valueOf(spent.count()))) >= 0
                        && spent.count() > 0,
                adherence.share(),
                discipline(income, income.minus(spent.total()), wanted));
    }

    /** What is there for savings is what the income leaves (invariant 19). */
    private static BigDecimal discipline(Money income, Money left, @Nullable Money wanted) {
        var whole = wanted == null || !wanted.isPositive() ? income : wanted;
        return whole.isPositive() && left.isPositive()
                ? left.amount().divide(whole.amount(), 2, RoundingMode.HALF_UP).min(ALL)
                : NONE;
    }
}
