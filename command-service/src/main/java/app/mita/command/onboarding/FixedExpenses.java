package app.mita.command.onboarding;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** At most 100 names of 1 to 100 characters, each with an amount from 0 to 1,000,000; null passes. */
@Constraint(validatedBy = FixedExpenses.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface FixedExpenses {

    String message() default "needs names of 1 to 100 characters with amounts from 0 to 1,000,000";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<FixedExpenses, Map<String, BigDecimal>> {

        private static final int MOST_NAMES = 100;
        private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,100}");
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

        @Override
        public boolean isValid(@Nullable Map<String, BigDecimal> expenses, ConstraintValidatorContext context) {
            return expenses == null
                    || expenses.size() <= MOST_NAMES
                            && expenses.entrySet().stream()
                                    .allMatch(expense -> fits(expense.getKey(), expense.getValue()));
        }

        private static boolean fits(String name, @Nullable BigDecimal amount) {
            return NAME.matcher(name).matches()
                    && amount != null
                    && amount.signum() >= 0
                    && amount.compareTo(MOST) <= 0;
        }
    }
}
