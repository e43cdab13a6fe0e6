package app.mita.projection.operations;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants done.
 *
 * @param id         the same id is the same deed: it is done once, however often it is asked for
 * @param projection null when it concerns none
 * @param arguments  of the verb, for the record
 */
public record Deed(
        UUID id,
        String verb,
        @Nullable String projection,
        Map<String, Object> arguments,
        String operator,
        String reason) {}
