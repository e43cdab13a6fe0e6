package app.mita.projection.operations;

import app.mita.runtime.operations.Deed;
import app.mita.runtime.security.Operator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every deed is asked for with.
 *
 * @param reason      kept with the deed
 * @param operationId of the caller's own choice, so that asking again does nothing twice; null for a new one
 */
record ReasonBody(
        @NotBlank @Size(max = Deed.LONGEST_REASON) String reason,
        @Nullable UUID operationId) {

    Deed deed(String verb, @Nullable String projection, Map<String, Object> arguments, Operator operator) {
        return Deed.of(operationId, verb, projection, arguments, operator, reason);
    }
}
