package app.mita.command.planning;

import app.mita.domain.planning.PlanCategory;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** At most 100 categories, none named twice, each with an amount from 0 to 1,000,000; null passes. */
@Constraint(validatedBy = PlannedAmounts.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface PlannedAmounts {

    String message() default "needs categories, each once, with amounts from 0 to 1,000,000";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<PlannedAmounts, Map<String, BigDecimal>> {

        private static final int MOST_CATEGORIES = 100;
        private static final int LONGEST_NAME = 100;
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

        @Override
        public boolean isValid(@Nullable Map<String, BigDecimal> amounts, ConstraintValidatorContext context) {
            if (amounts == null) {
                return true;
            }
            if (amounts.size() > MOST_CATEGORIES) {
                return false;
            }
            var names = new HashSet<String>();
            return amounts.entrySet().stream()
                    .allMatch(entry -> entry.getKey().length() <= LONGEST_NAME
                            && names.add(PlanCategory.named(entry.getKey()))
                            && fits(entry.getValue()));
        }

        private static boolean fits(@Nullable BigDecimal amount) {
            return amount != null && amount.signum() >= 0 && amount.compareTo(MOST) <= 0;
        }
    }
}
