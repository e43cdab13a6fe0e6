package app.mita.command.profile;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a {@linkplain PersonName person's name}; null passes. */
@Constraint(validatedBy = NameShape.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NameShape {

    String message() default "must have 2 to 100 letters, spaces, hyphens, dots or apostrophes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** See {@link PersonName#fits}. */
    final class Validator implements ConstraintValidator<NameShape, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || PersonName.fits(text);
        }
    }
}
