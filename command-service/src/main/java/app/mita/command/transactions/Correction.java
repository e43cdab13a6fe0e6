package app.mita.command.transactions;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.domain.time.UserTime;
import app.mita.domain.time.WrittenTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a transaction. What is null stays; an optional part that is present but empty goes.
 *
 * @param description and the other optional parts: valid, in the spelling that is kept
 */
record Correction(
        @Nullable Money amount,
        @Nullable Category category,
        @Nullable WrittenTime spentAt,
        @Nullable Optional<String> description,
        @Nullable Optional<String> merchant,
        @Nullable Optional<String> location,
        @Nullable Optional<String> notes,
        @Nullable Optional<List<String>> tags,
        @Nullable Boolean recurring) {

    /** Months that the transaction can move to; none when its time stays. */
    Set<YearMonth> months() {
        return spentAt == null ? Set.of() : spentAt.months();
    }

    /** Whether it can change how much is spent on which category on which day; words alone do not. */
    boolean moves() {
        return amount != null || category != null || spentAt != null;
    }

    TransactionDetails applyTo(TransactionDetails before, ZoneId zone, Instant now) {
        var instant = spentAt == null ? before.spentAt() : spentAt.in(zone, now);
        return new TransactionDetails(
                requireNonNullElse(amount, before.amount()),
                requireNonNullElse(category, before.category()),
                instant,
                spentAt == null ? before.day() : UserTime.dayOf(instant, zone),
                before.currency(),
                text(description, before.description()),
                text(merchant, before.merchant()),
                text(location, before.location()),
                text(notes, before.notes()),
                tags == null ? before.tags() : PersonalText.ofNullable(tags.orElse(null)),
                requireNonNullElse(recurring, before.recurring()),
                before.confidenceScore(),
                before.receiptUrl(),
                before.goalId());
    }

    private static @Nullable PersonalText text(@Nullable Optional<String> change, @Nullable PersonalText before) {
        return change == null ? before : PersonalText.ofNullable(change.orElse(null));
    }
}
