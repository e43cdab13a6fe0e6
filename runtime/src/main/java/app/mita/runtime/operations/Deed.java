package app.mita.runtime.operations;

import app.mita.runtime.json.MitaJson;
import app.mita.runtime.security.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants done.
 *
 * @param id         the same id is the same deed: it is done once, however often it is asked for. While it has failed or been
 *     refused it is tried anew each time, as a script that asks again until it succeeds wants it
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

    /** The same under an id of its own, with the one that it was asked for under among its arguments. */
    Deed apart() {
        var given = new LinkedHashMap<>(arguments);
        given.put("operation_id", id);
        return new Deed(UUID.randomUUID(), verb, projection, given, operator, reason);
    }

    /** Whether it is what was recorded, whoever asked for that and why. */
    boolean is(Operation recorded) {
        return verb.equals(recorded.verb())
                && Objects.equals(projection, recorded.projection())
                && MitaJson.mapper()
                        .readValue(MitaJson.mapper().writeValueAsString(arguments), Object.class)
                        .equals(recorded.arguments());
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
