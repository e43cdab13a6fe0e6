package app.mita.runtime.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator did or asked for.
 *
 * @param projection null when it concerns none
 * @param arguments  of the verb
 * @param operator   who
 * @param reason     why
 * @param state      {@code requested}, {@code running}, {@code done} or {@code failed}
 * @param result     what came of it; null before
 */
public record Operation(
        UUID id,
        String verb,
        @Nullable String projection,
        Object arguments,
        String operator,
        String reason,
        String state,
        @Nullable Object result,
        Instant requestedAt,
        @Nullable Instant finishedAt) {}
