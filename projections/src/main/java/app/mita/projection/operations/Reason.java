package app.mita.projection.operations;

import app.mita.runtime.operations.Deed;
import app.mita.runtime.web.Printable;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text says why an operator does something, and can be kept with the deed. */
@NotBlank
@Size(max = Deed.LONGEST_REASON)
@Printable
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Reason {

    String message() default "is no reason";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
