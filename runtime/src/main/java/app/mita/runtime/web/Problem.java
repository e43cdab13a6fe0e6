package app.mita.runtime.web;

import app.mita.api.wire.ErrorCode;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * What a client is told of a failure.
 *
 * @param status  mostly the code's own
 * @param details never a value that the client sent
 * @param headers that go with the status, such as Allow
 */
record Problem(int status, ErrorCode code, String message, Map<String, Object> details, HttpHeaders headers) {

    static Problem of(ErrorCode code, String message) {
        return of(code, message, Map.of());
    }

    static Problem of(ErrorCode code, String message, Map<String, Object> details) {
        return new Problem(code.status(), code, message, details, HttpHeaders.EMPTY);
    }

    static Problem of(int status, ErrorCode code, String message) {
        return new Problem(status, code, message, Map.of(), HttpHeaders.EMPTY);
    }

    /** A body or parameter that does not fit the route's schema. */
    static Problem invalid(List<FieldError> errors) {
        return of(ErrorCode.INVALID, "The request is not valid", Map.of("validation_errors", errors));
    }

    static Problem invalid(FieldError error) {
        return invalid(List.of(error));
    }

    Problem with(HttpHeaders headers) {
        return new Problem(status, code, message, details, headers);
    }
}
