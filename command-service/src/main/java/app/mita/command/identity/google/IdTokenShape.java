package app.mita.command.identity.google;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text has the shape of a JWT (core.md section 3), whoever signed it; null passes. */
@Size(min = 10, max = 2_048)
@Pattern(regexp = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface IdTokenShape {

    String message() default "is not a JWT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
