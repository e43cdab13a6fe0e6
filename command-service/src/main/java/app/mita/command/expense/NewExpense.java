package app.mita.command.expense;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.transactions.Spending;
import app.mita.command.transactions.SpendingCategory;
import app.mita.domain.time.WrittenTime;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Body of POST /api/expense/add. A {@code user_id} in it says nothing: the token does.
 *
 * @param action the category
 * @param date   the user's local day
 */
record NewExpense(
        @NotNull @SpendingCategory String action,

        @NotNull @Positive @Digits(integer = 250, fraction = 2)
        BigDecimal amount,

        @NotNull LocalDate date) {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /** @throws Refused TRANSACTION_LIMIT for an amount that this route does not take */
    Spending spending() {
        if (amount.compareTo(MOST) > 0) {
            throw new Refused(ErrorCode.TRANSACTION_LIMIT, "An expense is at most 10,000.00.");
        }
        return Spending.plain(Money.of(amount), Category.named(action).orElseThrow(), new WrittenTime.OnDay(date));
    }
}
