package app.mita.api.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that belongs to a person: e-mail, name, description, merchant, location, notes, tags. In the log and on Kafka it
 * is encrypted with the user's own key; deleting the account deletes that key, and nobody can read it ever after.
 *
 * @param value the plain text; null once erased
 */
public record PersonalText(@Nullable String value) {

    /** What there was is not readable any more. */
    public static final PersonalText ERASED = new PersonalText(null);

    /** Null for null, so that an absent text stays absent. */
    public static @Nullable PersonalText ofNullable(@Nullable String value) {
        return value == null ? null : new PersonalText(value);
    }

    /** Null for null, so that an absent list stays absent. */
    public static @Nullable List<PersonalText> ofNullable(@Nullable List<String> values) {
        return values == null ? null : values.stream().map(PersonalText::new).toList();
    }

    /** The plain texts that are not erased; null when the list is absent. */
    public static @Nullable List<String> reveal(@Nullable List<PersonalText> texts) {
        return texts == null
                ? null
                : texts.stream()
                        .map(PersonalText::value)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The plain text; null when the text is absent or erased. */
    public static @Nullable String reveal(@Nullable PersonalText text) {
        return text == null ? null : text.value;
    }

    /** Never the text itself: events end up in logs. */
    @Override
    public String toString() {
        return Objects.isNull(value) ? "erased" : "personal";
    }
}
