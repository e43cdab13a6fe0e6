package app.mita.runtime.web;

import jakarta.validation.ConstraintViolation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;

/** Bean Validation's findings as the contract words them. */
final class Violations {

    private static final Comparator<FieldError> ORDER =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::type);

    private Violations() {}

    /** Of a body. */
    static List<FieldError> of(Errors errors) {
        return errors.getAllErrors().stream()
                .map(Violations::inBody)
                .sorted(ORDER)
                .toList();
    }

    /** Of a method's parameters, its body among them. */
    static List<FieldError> of(MethodValidationResult result) {
        var found = new ArrayList<FieldError>();
        for (var parameter : result.getParameterValidationResults()) {
            if (parameter instanceof ParameterErrors body) {
                found.addAll(of((Errors) body));
                continue;
            }
            var field = Names.of(parameter.getMethodParameter());
            for (var error : parameter.getResolvableErrors()) {
                found.add(new FieldError(field, message(error), type(violation(parameter, error))));
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static FieldError inBody(ObjectError error) {
        var field = error instanceof org.springframework.validation.FieldError ofField
                ? Names.body(ofField.getField())
                : "body";
        var violation = error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
        return new FieldError(field, message(error), type(violation));
    }

    private static @Nullable ConstraintViolation<?> violation(
            org.springframework.validation.method.ParameterValidationResult result, MessageSourceResolvable error) {
        try {
            return result.unwrap(error, ConstraintViolation.class);
        } catch (IllegalArgumentException notOfBeanValidation) {
            return null;
        }
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    /** The original's word for a constraint. */
    private static String type(@Nullable ConstraintViolation<?> violation) {
        if (violation == null) {
            return "value_error";
        }
        var constraint = violation.getConstraintDescriptor();
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        var attributes = constraint.getAttributes();
        var value = violation.getInvalidValue();
        return switch (name) {
            case "NotNull" -> "missing";
            case "NotBlank" -> value == null ? "missing" : "string_too_short";
            case "NotEmpty", "Size" -> value == null ? "missing" : size(value, attributes);
            case "Positive" -> "greater_than";
            case "PositiveOrZero", "Min" -> "greater_than_equal";
            case "DecimalMin" -> inclusive(attributes) ? "greater_than_equal" : "greater_than";
            case "Negative" -> "less_than";
            case "NegativeOrZero", "Max" -> "less_than_equal";
            case "DecimalMax" -> inclusive(attributes) ? "less_than_equal" : "less_than";
            case "Digits" -> digits(value, attributes);
            case "Pattern" -> "string_pattern_mismatch";
            default -> "value_error";
        };
    }

    private static String size(Object value, Map<String, Object> attributes) {
        int size =
                switch (value) {
                    case CharSequence text -> text.length();
                    case Collection<?> items -> items.size();
                    case Map<?, ?> entries -> entries.size();
                    default -> 0;
                };
        int least = attributes.get("min") instanceof Integer min ? min : 1;
        var which = size < least ? "too_short" : "too_long";
        return value instanceof CharSequence ? "string_" + which : which;
    }

    private static boolean inclusive(Map<String, Object> attributes) {
        return Boolean.TRUE.equals(attributes.get("inclusive"));
    }

    private static String digits(@Nullable Object value, Map<String, Object> attributes) {
        boolean places = value instanceof BigDecimal number
                && attributes.get("fraction") instanceof Integer most
                && number.stripTrailingZeros().scale() > most;
        return places ? "decimal_max_places" : "decimal_max_digits";
    }
}
