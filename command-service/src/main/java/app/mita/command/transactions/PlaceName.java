package app.mita.command.transactions;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text names a merchant or a place with at least two characters that are kept; null and blank pass. */
@Constraint(validatedBy = PlaceName.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlaceName {

    String message() default "needs at least two characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<PlaceName, String> {
        private static final int LONGEST = 200;

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            // Longer text is refused for its length; taking its markup out could take long.
            if (text == null || text.isBlank() || text.length() > LONGEST) {
                return true;
            }
            var name = Texts.name(text);
            return name != null && name.length() > 1;
        }
    }
}
