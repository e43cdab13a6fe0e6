package app.mita.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which words of a person's text, or of the keys of a map, stay readable in the log and on Kafka, because they are the
 * app's and not the person's; any other is encrypted. A {@link PersonalText} differs in each event then; a name, which is
 * a {@code String}, is the same in all events of its user, so that what is said of it can be put together. Events from
 * before there was this rule have every text of such a field in clear, and are still read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface ClearWords {

    Vocabulary value();
}
