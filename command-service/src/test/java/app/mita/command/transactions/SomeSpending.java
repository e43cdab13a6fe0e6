package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;

import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.domain.time.WrittenTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Spending for tests of deciders. */
final class SomeSpending {

    static final UUID ID = UUID.fromString("0190f6e2-0000-7000-8000-0000000000f1");
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final ZoneId UTC = ZoneId.of("UTC");

    private SomeSpending() {}

    static Spending of(String amount, Category category, String spentAt) {
        return Spending.plain(Money.of(amount), category, WrittenTime.parse(spentAt));
    }

    static Spending withWords(String spentAt) {
        return new Spending(
                Money.of("42"),
                Category.FOOD,
                WrittenTime.parse(spentAt),
                "USD",
                "lunch",
                "Corner Shop",
                "Sofia",
                "with tip",
                List.of("work"),
                true,
                null,
                null,
                null);
    }

    static TransactionDetails details(String amount, Category category, String spentAt) {
        return of(amount, category, spentAt).details(UTC, NOW);
    }

    static MitaEvent recorded(UUID id, TransactionDetails details) {
        return new TransactionRecorded(USER, id, details, NOW);
    }
}
