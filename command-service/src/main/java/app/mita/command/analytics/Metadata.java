package app.mita.command.analytics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** At most 4,000 characters as JSON; null passes. */
@Constraint(validatedBy = Metadata.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Metadata {

    String message() default "is longer than 4000 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<Metadata, Map<String, Object>> {
        @Override
        public boolean isValid(@Nullable Map<String, Object> metadata, ConstraintValidatorContext context) {
            return metadata == null || Limits.json(metadata).length() <= Limits.METADATA;
        }
    }
}
