package app.mita.command.transactions;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.command.web.TimeShape;
import app.mita.domain.time.WrittenTime;
import app.mita.runtime.web.Printable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/transactions/.
 *
 * @param id       the client's own name for the transaction: sent again, it records nothing twice
 * @param currency US dollars when absent
 * @param spentAt  without an offset it is the user's local time; now when absent
 */
record NewTransaction(
        @Nullable UUID id,

        @NotNull
        @Positive
        @DecimalMax(Limits.AMOUNT_WHEN_RECORDED)
        @Digits(integer = Limits.ANY_DIGITS, fraction = Limits.PLACES)
        BigDecimal amount,

        @NotNull @SpendingCategory String category,
        @Size(max = Limits.DESCRIPTION) @Printable @Nullable String description,
        @Pattern(regexp = Limits.CURRENCY) @Nullable String currency,

        @Size(max = Limits.NAME) @Printable @PlaceName @Nullable
        String merchant,

        @Size(max = Limits.NAME) @Printable @PlaceName @Nullable
        String location,

        @Size(max = Limits.TAGS) @Nullable List<@NotNull @Pattern(regexp = Limits.TAG) String> tags,
        @TimeShape @Nullable String spentAt,
        @Nullable Boolean isRecurring,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = Limits.ANY_DIGITS, fraction = 3) @Nullable
        BigDecimal confidenceScore,

        @Size(max = Limits.URL) @Pattern(regexp = Limits.RECEIPT) @Printable @Nullable
        String receiptUrl,

        @Nullable UUID goalId,
        @Size(max = Limits.NOTES) @Printable @Nullable String notes) {

    private static final String USD = "USD";

    Spending spending(Instant receivedAt) {
        return new Spending(
                Money.of(amount),
                Category.named(category).orElseThrow(),
                spentAt == null ? new WrittenTime.Unsaid(receivedAt) : WrittenTime.parse(spentAt),
                USD,
                Texts.plain(description),
                Texts.name(merchant),
                Texts.name(location),
                Texts.plain(notes),
                Texts.tags(tags),
                requireNonNullElse(isRecurring, false),
                confidenceScore == null ? null : confidenceScore.stripTrailingZeros(),
                receiptUrl,
                goalId);
    }

    /** Never what was spent on. */
    @Override
    public String toString() {
        return "new transaction";
    }
}
