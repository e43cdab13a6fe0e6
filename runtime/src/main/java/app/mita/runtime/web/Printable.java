package app.mita.runtime.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text has no control characters but tabs and line breaks, and no half surrogate pairs; null passes. */
@Constraint(validatedBy = Printable.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Printable {

    String message() default "has characters that are no text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<Printable, String> {
        private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || !NO_TEXT.matcher(text).find();
        }
    }
}
