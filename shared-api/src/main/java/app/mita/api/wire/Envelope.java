package app.mita.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer (core.md section 1).
 *
 * @param requestId the one in X-Request-ID
 * @param meta      absent on most routes
 */
public record Envelope<T>(
        boolean success,
        String message,
        @JsonInclude @Nullable T data,
        Instant timestamp,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> meta) {}
