package app.mita.api.wire;

import java.util.Map;

/** A request that the contract refuses, with the code and the details that its client sees. No stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {

    private final transient ErrorCode code;
    private final transient Map<String, Object> details;

    public Refused(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details shown to the client; never a value that the client sent */
    public Refused(ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
