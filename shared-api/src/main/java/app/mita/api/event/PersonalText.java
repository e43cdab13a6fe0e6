package app.mita.api.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text that belongs to a person: e-mail, name, description, merchant, location, notes. In the log and on Kafka it
 * is encrypted with the user's own key; once that key is deleted it reads as {@link #ERASED} for ever.
 *
 * @param value the plain text; null once erased
 */
public record PersonalText(@Nullable String value) {

    public static final PersonalText ERASED = new PersonalText(null);

    /** Null for null, so that an absent text stays absent. */
    public static @Nullable PersonalText ofNullable(@Nullable String value) {
        return value == null ? null : new PersonalText(value);
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
