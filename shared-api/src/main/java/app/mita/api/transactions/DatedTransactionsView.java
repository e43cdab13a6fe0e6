package app.mita.api.transactions;

import app.mita.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a span of time, the newest first (core.md section 7).
 *
 * @param startDate a date or an instant, as it was asked for
 * @param endDate   a date, that whole day included, or an instant
 */
public record DatedTransactionsView(List<Dated> transactions, String startDate, String endDate, int count) {

    public record Dated(
            UUID id,
            Money amount,
            Category category,
            @Nullable String description,
            Instant spentAt,
            Instant createdAt) {

        public static Dated of(TransactionView transaction) {
            return new Dated(
                    transaction.id(),
                    transaction.amount(),
                    transaction.category(),
                    transaction.description(),
                    transaction.spentAt(),
                    transaction.createdAt());
        }
    }
}
