package app.mita.command.web;

import app.mita.domain.time.WrittenTime;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** The text is a date or a time in ISO 8601, with or without an offset; null passes. */
@Constraint(validatedBy = TimeShape.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeShape {

    String message() default "is not a date or time";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<TimeShape, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || readable(text);
        }

        private static boolean readable(String text) {
            try {
                WrittenTime.parse(text);
                return true;
            } catch (DateTimeException notATime) {
                return false;
            }
        }
    }
}
