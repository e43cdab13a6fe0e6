package app.mita.projection.operations;

import app.mita.runtime.security.Operator;
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
        String reason) {

    public static final int LONGEST_REASON = 500;

    /** The same with arguments. */
    public Deed with(Map<String, Object> given) {
        return new Deed(id, verb, projection, given, operator, reason);
    }

    /**
     * @param id of the caller's own choice; null for a new one
     * @throws app.mita.api.wire.Refused NOT_FOUND when there can be no projection of this name
     */
    public static Deed of(
            @Nullable UUID id,
            String verb,
            @Nullable String projection,
            Map<String, Object> arguments,
            Operator operator,
            String reason) {
        return new Deed(
                id == null ? UUID.randomUUID() : id,
                verb,
                projection == null ? null : ProjectionName.possible(projection),
                arguments,
                operator.name(),
                reason.strip());
    }
}
