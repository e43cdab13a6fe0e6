package app.mita.command.identity.password;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text is a new password that {@link PasswordRules} accept; null passes. */
@Constraint(validatedBy = GoodPassword.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface GoodPassword {

    String message() default "is not good enough";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** See {@link PasswordRules#flaw}; says what is wrong. */
    final class Validator implements ConstraintValidator<GoodPassword, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var flaw = text == null ? Optional.<String>empty() : PasswordRules.flaw(text);
            flaw.ifPresent(words -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
            });
            return flaw.isEmpty();
        }
    }
}
