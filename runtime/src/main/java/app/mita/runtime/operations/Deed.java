package app.mita.runtime.operations;

import app.mita.runtime.json.MitaJson;
import app.mita.runtime.security.Operator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /** Whether this one is on record there: the same verb with the same arguments, whoever asked and why. */
    boolean isMeantBy(Operation recorded) {
        return recorded.verb().equals(verb)
                && Objects.equals(recorded.projection(), projection)
                && json(recorded.arguments()).equals(json(arguments));
    }

    /** Values are compared as the record has them: an id or a time is a text there. */
    private static JsonNode json(Object value) {
        return MitaJson.mapper().readTree(MitaJson.mapper().writeValueAsString(value));
    }

    /** @param id of the caller's own choice; null for a new one */
    public static Deed of(
            @Nullable UUID id,
            String verb,
            @Nullable String projection,
            Map<String, Object> arguments,
            Operator operator,
            String reason) {
        return new Deed(
                id == null ? UUID.randomUUID() : id, verb, projection, arguments, operator.name(), reason.strip());
    }
}
