package app.mita.query.analytics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At most 400 days, each with at most 100 categories whose names have up to 100 characters and whose amounts lie between 0
 * and 1,000,000,000; null passes.
 */
@Constraint(validatedBy = SentCalendar.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface SentCalendar {

    String message() default "needs at most 400 days with amounts from 0 to 1,000,000,000";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<SentCalendar, List<SentDay>> {

        private static final int MOST_DAYS = 400;

        @Override
        public boolean isValid(@Nullable List<SentDay> days, ConstraintValidatorContext context) {
            return days == null
                    || days.size() <= MOST_DAYS && days.stream().allMatch(day -> day != null && day.isSound());
        }
    }
}
