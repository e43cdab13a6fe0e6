package app.mita.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not start or stop; the message is one line that an operator can act on. */
public final class EmbeddedServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    EmbeddedServerException(String message) {
        this(message, null);
    }
}
