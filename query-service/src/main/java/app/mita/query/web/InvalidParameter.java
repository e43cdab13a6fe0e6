package app.mita.query.web;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.util.List;
import java.util.Map;

/** A parameter that breaks the route's schema, in the shape that the contract has for it (core.md section 1). */
public final class InvalidParameter {

    private InvalidParameter() {}

    /**
     * @param field   such as {@code query.start_date}
     * @param type    such as {@code missing}
     * @param message never what was sent
     */
    public static Refused of(String field, String type, String message) {
        return new Refused(
                ErrorCode.INVALID,
                "The request is not valid.",
                Map.of("validation_errors", List.of(Map.of("field", field, "message", message, "type", type))));
    }
}
