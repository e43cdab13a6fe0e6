package app.mita.domain.budget;

import app.mita.api.budget.ForecastView;
import app.mita.api.money.Money;
import app.mita.domain.transactions.BudgetUse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How fast one category's money of a month goes.
 *
 * @param pace spent on each elapsed day
 */
record CategoryPace(String category, BudgetUse use, Money pace, YearMonth month) {

    private static final BigDecimal AT_RISK = new BigDecimal("1.20");
    private static final BigDecimal WITHOUT_A_PLAN = new BigDecimal("9.99");
    private static final int PLACES = 2;

    ForecastView.Category view() {
        var perDay = Forecast.perDay(use.planned(), month.lengthOfMonth());
        return new ForecastView.Category(
                category, use.planned(), use.spent(), pace, perDay, ratio(perDay), daysUntilExhausted());
    }

    static boolean isAtRisk(ForecastView.Category category) {
        return category.overspendRatio().compareTo(AT_RISK) >= 0;
    }

    private BigDecimal ratio(Money perDay) {
        if (perDay.isPositive()) {
            return pace.amount().divide(perDay.amount(), PLACES, RoundingMode.HALF_UP);
        }
        return pace.isPositive() ? WITHOUT_A_PLAN : BigDecimal.ZERO.setScale(PLACES);
    }

    private @Nullable Long daysUntilExhausted() {
        if (use.spent().isPositive() && !use.remaining().isPositive()) {
            return 0L;
        }
        return pace.isPositive()
                ? use.remaining()
                        .amount()
                        .divide(pace.amount(), 0, RoundingMode.HALF_UP)
                        .longValueExact()
                : null;
    }
}
