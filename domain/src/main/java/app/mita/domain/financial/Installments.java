package app.mita.domain.financial;

import app.mita.api.money.Money;

/**
 * Whether a price can be paid in equal monthly parts from what a month leaves.
 *
 * @param payment   the largest of the parts; they differ by at most a cent
 * @param available of a month, once everything else is paid; negative when it is not enough for that
 */
public record Installments(Money payment, Money available) {

    /**
     * @param price  positive
     * @param months positive
     * @param income of a month
     * @param fixed  expenses of a month
     * @param saved  what the plan puts aside each month
     * @param living what is spent in a month on all that is not fixed
     */
    public static Installments of(Money price, int months, Money income, Money fixed, Money saved, Money living) {
        var available = income.minus(fixed).minus(saved).minus(living);
        return new Installments(price.split(months).getFirst(), available);
    }

    public boolean affordable() {
        return payment.compareTo(available) <= 0;
    }
}
