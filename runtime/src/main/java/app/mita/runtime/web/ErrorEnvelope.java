package app.mita.runtime.web;

import app.mita.runtime.json.MitaJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as the client reads it (core.md section 1). */
record ErrorEnvelope(boolean success, Body error) {

    static final String RETRY_AFTER = "retry_after";

    /**
     * @param errorId also in the log
     * @param retryAfter seconds; only with 429
     */
    record Body(
            String code,
            String message,
            String errorId,
            Instant timestamp,
            Map<String, Object> details,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long retryAfter) {}

    /** Names one error, to the client and in the log. */
    static String freshId() {
        return "mita_" + RequestId.hex12();
    }

    byte[] json() {
        return MitaJson.mapper().writeValueAsBytes(this);
    }

    static ErrorEnvelope of(Problem problem, String errorId, Instant now) {
        Long retryAfter = null;
        var details = problem.details();
        if (details.get(RETRY_AFTER) instanceof Number seconds) {
            retryAfter = seconds.longValue();
            details = new HashMap<>(details);
            details.remove(RETRY_AFTER);
        }
        return new ErrorEnvelope(
                false, new Body(problem.code().code(), problem.message(), errorId, now, details, retryAfter));
    }
}
