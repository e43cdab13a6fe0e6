package app.mita.standalone;

/** What an operator did or met that stops a command: one line that says what to do, and the exit code. */
final class OperatorError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The command could not do its work. */
    static final int FAILED = 1;

    /** No MITA runs over the data directory (the code that init scripts use for it). */
    static final int NOT_RUNNING = 3;

    private final int exitCode;

    OperatorError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    OperatorError(String message) {
        this(FAILED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
