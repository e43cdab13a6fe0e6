package app.mita.projection.facts;

import app.mita.api.identity.AccountDeleted;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Events of spending, without words. */
final class Spent {

    static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Spent() {}

    static TransactionRecorded recorded(UUID user, String amount, Category category, LocalDate day) {
        return new TransactionRecorded(user, UUID.randomUUID(), details(amount, category, day), NOW);
    }

    static TransactionCorrected corrected(TransactionRecorded before, TransactionDetails after) {
        return new TransactionCorrected(before.user(), before.transactionId(), before.details(), after, NOW, NOW);
    }

    static TransactionDeleted deleted(TransactionRecorded last) {
        return new TransactionDeleted(last.user(), last.transactionId(), last.details(), NOW);
    }

    static AccountDeleted accountDeleted(UUID user) {
        return new AccountDeleted(user, NOW);
    }

    static TransactionDetails details(String amount, Category category, LocalDate day) {
        return new TransactionDetails(
                Money.of(amount),
                category,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day,
                "USD",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }
}
