package app.mita.runtime.web;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** From what was thrown to what the client is told (core.md section 1). */
final class Problems {

    private static final int MAX_CAUSES = 20;

    private Problems() {}

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case Refused refused -> refused(refused);
            case WebExchangeBindException invalid -> Problem.invalid(Violations.of(invalid));
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> Problem.invalid(Violations.of(invalid));
            case MissingRequestValueException missing ->
                Problem.invalid(new FieldError(missingName(missing), "is required", "missing"));
            case ServerErrorException blank
            when Names.isPath(blank.getMethodParameter()) -> Problem.invalid(blank(blank.getMethodParameter()));
            case ServerWebInputException unreadable -> Problem.invalid(unreadable(unreadable));
            case ResponseStatusException notJson
            when notJson.getStatusCode().value() == 415 ->
                Problem.invalid(new FieldError("body", "is not of a media type that this route reads", "dict_type"));
            case DecodingException unreadable -> Problem.invalid(decoding(unreadable));
            case ResponseStatusException status -> status(status);
            case ServerExchangeRejectedException rejected ->
                Problem.of(400, ErrorCode.INVALID, "The request's address or headers are not acceptable");
            default ->
                unavailable(thrown)
                        ? Problem.of(ErrorCode.SERVICE_UNAVAILABLE, "A part of the service is not available right now")
                        : Problem.of(ErrorCode.UNEXPECTED, "Something went wrong on our side");
        };
    }

    /** A 429 says in details.retry_after when to come back, in seconds. */
    private static Problem refused(Refused refused) {
        var problem = Problem.of(refused.code(), String.valueOf(refused.getMessage()), refused.details());
        if (problem.details().get(ErrorEnvelope.RETRY_AFTER) instanceof Number seconds) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds.longValue()));
            return problem.with(headers);
        }
        return problem;
    }

    private static String missingName(MissingRequestValueException missing) {
        var parameter = missing.getMethodParameter();
        return parameter == null ? "query." + missing.getName() : Names.of(parameter);
    }

    /** WebFlux takes a blank part of a path for one that its route forgot to name. */
    private static FieldError blank(MethodParameter parameter) {
        return BodyErrors.mismatch(Names.of(parameter), parameter.getParameterType(), true);
    }

    private static FieldError unreadable(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        if (parameter != null && !Names.isBody(parameter)) {
            var mismatch = cause(input, TypeMismatchException.class);
            var wanted = mismatch == null ? parameter.getParameterType() : mismatch.getRequiredType();
            return BodyErrors.mismatch(Names.of(parameter), wanted, true);
        }
        var decoding = cause(input, DecodingException.class);
        return decoding == null ? new FieldError("body", "is required", "missing") : decoding(decoding);
    }

    private static FieldError decoding(DecodingException decoding) {
        // WebFlux words a missing body as one that cannot be decoded, for no cause.
        if (decoding.getCause() == null) {
            return new FieldError("body", "is required", "missing");
        }
        var json = cause(decoding, JacksonException.class);
        return json == null ? new FieldError("body", "cannot be read", "json_invalid") : BodyErrors.of(json);
    }

    private static Problem status(ResponseStatusException thrown) {
        int status = thrown.getStatusCode().value();
        var problem =
                switch (status) {
                    case 401 -> Problem.of(ErrorCode.TOKEN_INVALID, "A valid access token is needed");
                    case 403 -> Problem.of(ErrorCode.FORBIDDEN, "This is not allowed");
                    case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing here");
                    case 405 -> Problem.of(status, ErrorCode.UNEXPECTED, "This route has no such method");
                    case 413 -> Problem.of(status, ErrorCode.OUT_OF_RANGE, "The body is too large");
                    case 503 -> Problem.of(ErrorCode.SERVICE_UNAVAILABLE, "The service is not available right now");
                    default ->
                        thrown.getStatusCode().is4xxClientError()
                                ? Problem.of(status, ErrorCode.INVALID, "The request is not valid")
                                : Problem.of(ErrorCode.UNEXPECTED, "Something went wrong on our side");
                };
        return problem.with(thrown.getHeaders());
    }

    /** The database, or whatever else a request needs, does not answer. */
    private static boolean unavailable(Throwable thrown) {
        return cause(thrown, R2dbcNonTransientResourceException.class) != null
                || cause(thrown, R2dbcTransientResourceException.class) != null
                || cause(thrown, R2dbcTimeoutException.class) != null
                || cause(thrown, NonTransientDataAccessResourceException.class) != null
                || cause(thrown, TransientDataAccessResourceException.class) != null
                || cause(thrown, ConnectException.class) != null
                || cause(thrown, TimeoutException.class) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
