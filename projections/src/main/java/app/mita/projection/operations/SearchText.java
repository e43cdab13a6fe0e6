package app.mita.projection.operations;

import app.mita.runtime.web.Printable;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text to look for that a column can hold; null passes. */
@Size(min = 1, max = 200)
@Printable
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface SearchText {

    String message() default "cannot be looked for";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
