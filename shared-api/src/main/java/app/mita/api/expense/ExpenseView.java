package app.mita.api.expense;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionView;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A transaction in the older router's words (core.md section 8).
 *
 * @param action the category
 * @param date   the local day
 */
public record ExpenseView(UUID id, UUID userId, Money amount, Category action, LocalDate date) {

    public static ExpenseView of(TransactionView transaction, LocalDate day) {
        return new ExpenseView(
                transaction.id(), transaction.userId(), transaction.amount(), transaction.category(), day);
    }
}
