package app.mita.api.event;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Text that belongs to a person: e-mail, name, description, merchant, location, notes, tags. In the log and on Kafka it
 * is encrypted with the user's own key; deleting the account deletes that key, and nobody can read it ever after.
 */
public final class PersonalText {

    /** What there was is not readable any more. */
    public static final PersonalText ERASED = new PersonalText((String) null);

    /** The text, or what opens it: one field, so that threads which open it at once come to the same. */
    private @Nullable Object content;

    /** @param value the plain text; null once erased */
    public PersonalText(@Nullable String value) {
        this.content = value;
    }

    private PersonalText(Supplier<String> sealed) {
        this.content = sealed;
    }

    /**
     * A text that is decrypted when somebody asks for it first: most folds have no use for it.
     *
     * @param opening gives the plain text, the same each time; fails when the text cannot be opened
     */
    public static PersonalText sealed(Supplier<String> opening) {
        return new PersonalText(opening);
    }

    /**
     * The plain text; null once erased.
     *
     * @throws IllegalArgumentException when the text was tampered with, or belongs to another user
     */
    public @Nullable String value() {
        var now = content;
        if (now instanceof Supplier<?> sealed) {
            now = sealed.get();
            content = now;
        }
        return (String) now;
    }

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
        return text == null ? null : text.value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalText text && Objects.equals(value(), text.value());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value());
    }

    /** Never the text itself: events end up in logs. */
    @Override
    public String toString() {
        return content == null ? "erased" : "personal";
    }
}
