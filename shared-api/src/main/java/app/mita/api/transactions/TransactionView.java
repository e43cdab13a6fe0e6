package app.mita.api.transactions;

import static app.mita.api.event.PersonalText.reveal;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as the contract shows it (core.md section 7). */
public record TransactionView(
        UUID id,
        UUID userId,
        Category category,
        Money amount,
        String currency,
        @Nullable String description,
        @Nullable String merchant,
        @Nullable String location,
        @Nullable List<String> tags,
        boolean isRecurring,
        @Nullable BigDecimal confidenceScore,
        @Nullable String receiptUrl,
        @Nullable String notes,
        @Nullable UUID goalId,
        Instant spentAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    public static TransactionView of(UUID user, UUID id, TransactionDetails details, Instant created, Instant updated) {
        return new TransactionView(
                id,
                user,
                details.category(),
                details.amount(),
                details.currency(),
                reveal(details.description()),
                reveal(details.merchant()),
                reveal(details.location()),
                reveal(details.tags()),
                details.recurring(),
                details.confidenceScore(),
                reveal(details.receiptUrl()),
                reveal(details.notes()),
                details.goalId(),
                details.spentAt(),
                created,
                updated,
                null);
    }
}
