package app.mita.command.transactions;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.command.web.TimeShape;
import app.mita.domain.time.WrittenTime;
import app.mita.runtime.web.Printable;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Body of PUT /api/transactions/{id}: a field that is absent stays as it is. Null empties an optional one, and leaves
 * any other as it is.
 *
 * <p>Not a record: Jackson hands a record an empty Optional for null and for an absent field alike.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class TransactionChanges {

    @Positive
    @DecimalMax(Limits.AMOUNT)
    @Digits(integer = Limits.ANY_DIGITS, fraction = Limits.PLACES)
    private @Nullable BigDecimal amount;

    @SpendingCategory
    private @Nullable String category;

    private @Nullable Optional<@Size(max = Limits.DESCRIPTION) @Printable String> description;

    private @Nullable Optional<@Size(max = Limits.NAME) @Printable @PlaceName String> merchant;

    private @Nullable Optional<@Size(max = Limits.NAME) @Printable @PlaceName String> location;

    private @Nullable Optional<@Size(max = Limits.TAGS) List<@NotNull @Pattern(regexp = Limits.TAG) String>> tags;

    @TimeShape
    private @Nullable String spentAt;

    private @Nullable Boolean isRecurring;

    private @Nullable Optional<@Size(max = Limits.NOTES) @Printable String> notes;

    Correction correction() {
        return new Correction(
                amount == null ? null : Money.of(amount),
                category == null ? null : Category.named(category).orElseThrow(),
                spentAt == null ? null : WrittenTime.parse(spentAt),
                description == null ? null : description.map(Texts::plain),
                merchant == null ? null : merchant.map(Texts::name),
                location == null ? null : location.map(Texts::name),
                notes == null ? null : notes.map(Texts::plain),
                tags == null ? null : tags.map(Texts::tags),
                isRecurring);
    }
}
