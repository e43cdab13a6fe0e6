package app.mita.runtime.web;

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

/** At most 100 names of 1 to 100 characters, each with an amount from 0 to a highest one; null passes. */
@Constraint(validatedBy = NamedAmounts.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NamedAmounts {

    /** More than anybody plans in a month; keeps every sum far within a long of cents. */
    String MOST = "99999999.99";

    /** The highest amount. */
    String max() default MOST;

    String message() default "needs names of 1 to 100 characters with amounts from 0 to 99,999,999.99";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether it holds. */
    final class Validator implements ConstraintValidator<NamedAmounts, Map<String, BigDecimal>> {

        private static final int MOST_NAMES = 100;
        private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,100}");

        private BigDecimal highest = new BigDecimal(MOST);

        @Override
        public void initialize(NamedAmounts amounts) {
            highest = new BigDecimal(amounts.max());
        }

        @Override
        public boolean isValid(@Nullable Map<String, BigDecimal> amounts, ConstraintValidatorContext context) {
            return amounts == null
                    || amounts.size() <= MOST_NAMES
                            && amounts.entrySet().stream().allMatch(amount -> fits(amount.getKey(), amount.getValue()));
        }

        private boolean fits(String name, @Nullable BigDecimal amount) {
            return NAME.matcher(name).matches()
                    && amount != null
                    && amount.signum() >= 0
                    && amount.compareTo(highest) <= 0;
        }
    }
}
