package app.mita.domain.budget;

import app.mita.api.budget.IncomeAdviceView;
import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rules of thumb for an income (planning.md, income based recommendations). */
public final class IncomeAdvice {

    private static final Money COMFORTABLE = Money.of("3000");
    private static final BigDecimal SAVINGS_RATE = new BigDecimal("0.15");
    private static final BigDecimal COMFORTABLE_SAVINGS_RATE = new BigDecimal("0.2");
    private static final BigDecimal EMERGENCY_MONTHS = BigDecimal.valueOf(6);
    private static final BigDecimal HOUSING = new BigDecimal("0.3");
    private static final BigDecimal DISCRETIONARY = new BigDecimal("0.3");

    private IncomeAdvice() {}

    /** @param income of a month, not negative */
    public static IncomeAdviceView on(Money income) {
        return new IncomeAdviceView(
                income.compareTo(COMFORTABLE) > 0 ? COMFORTABLE_SAVINGS_RATE : SAVINGS_RATE,
                income.times(EMERGENCY_MONTHS),
                income.times(HOUSING),
                income.times(DISCRETIONARY),
                limits(income));
    }

    private static Map<String, Money> limits(Money income) {
        var limits = new LinkedHashMap<String, Money>();
        limits.put("food", part(income, "0.15"));
        limits.put("transportation", part(income, "0.1"));
        limits.put("utilities", part(income, "0.05"));
        limits.put("entertainment", part(income, "0.1"));
        limits.put("healthcare", part(income, "0.05"));
        limits.put("savings", part(income, "0.2"));
        limits.put("other", part(income, "0.05"));
        return limits;
    }

    private static Money part(Money income, String share) {
        return income.times(new BigDecimal(share));
    }
}
