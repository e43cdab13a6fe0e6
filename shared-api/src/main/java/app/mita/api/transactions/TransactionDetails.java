package app.mita.api.transactions;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, on what and when.
 *
 * @param day     the local day of {@code spentAt} in the user's zone at the time of writing; sums go by it
 * @param tags    null when none were given
 * @param confidenceScore 0 to 1 with at most three places
 */
public record TransactionDetails(
        Money amount,
        Category category,
        Instant spentAt,
        LocalDate day,
        String currency,
        @Nullable PersonalText description,
        @Nullable PersonalText merchant,
        @Nullable PersonalText location,
        @Nullable PersonalText notes,
        @Nullable List<PersonalText> tags,
        boolean recurring,
        @Nullable BigDecimal confidenceScore,
        @Nullable PersonalText receiptUrl,
        @Nullable UUID goalId) {

    /** The month that the spending counts in. */
    @JsonIgnore
    public YearMonth month() {
        return YearMonth.from(day);
    }

    /** The row of the day's plan that this counts in: of the category's own name. */
    @JsonIgnore
    public String planCategory() {
        return category.word();
    }
}
