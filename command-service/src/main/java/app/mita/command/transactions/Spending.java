package app.mita.command.transactions;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.domain.time.UserTime;
import app.mita.domain.time.WrittenTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user says they spent: within every limit, in the spelling that is kept, its time still as it was written.
 *
 * @param description and the other texts are null when there is none
 */
public record Spending(
        Money amount,
        Category category,
        WrittenTime spentAt,
        String currency,
        @Nullable String description,
        @Nullable String merchant,
        @Nullable String location,
        @Nullable String notes,
        @Nullable List<String> tags,
        boolean recurring,
        @Nullable BigDecimal confidenceScore,
        @Nullable String receiptUrl,
        @Nullable UUID goalId) {

    private static final String CURRENCY = "USD";

    /** Without any words. */
    public static Spending plain(Money amount, Category category, WrittenTime spentAt) {
        return new Spending(amount, category, spentAt, CURRENCY, null, null, null, null, null, false, null, null, null);
    }

    TransactionDetails details(ZoneId zone, Instant now) {
        var instant = spentAt.in(zone, now);
        return details(instant, UserTime.dayOf(instant, zone));
    }

    /** Whether the details could have come from this, whatever the zone was then. */
    boolean means(TransactionDetails details, ZoneId zone) {
        return spentAt.means(details.spentAt(), zone)
                && details(details.spentAt(), details.day()).equals(details);
    }

    private TransactionDetails details(Instant instant, LocalDate day) {
        return new TransactionDetails(
                amount,
                category,
                instant,
                day,
                currency,
                PersonalText.ofNullable(description),
                PersonalText.ofNullable(merchant),
                PersonalText.ofNullable(location),
                PersonalText.ofNullable(notes),
                PersonalText.ofNullable(tags),
                recurring,
                confidenceScore,
                PersonalText.ofNullable(receiptUrl),
                goalId);
    }
}
