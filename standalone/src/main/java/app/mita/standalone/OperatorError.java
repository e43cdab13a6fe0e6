package app.mita.standalone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What an operator did or met that stops a command: one line that says what to do, and the exit code. */
final class OperatorError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The command could not do its work. */
    static final int FAILED = 1;

    /** No MITA runs over the data directory, or where it is asked for (the code that init scripts use for it). */
    static final int NOT_RUNNING = 3;

    private final int exitCode;

    OperatorError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    OperatorError(String message) {
        this(FAILED, message);
    }

    /** What a MITA that was asked over HTTP has not answered. Who is not there is told from who is slow or another. */
    static OperatorError unanswered(URI api, IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ ->
                new OperatorError(NOT_RUNNING, "No MITA runs at " + api + ": nobody takes up the connection");
            case HttpTimeoutException _ -> new OperatorError("MITA at " + api + " takes too long to answer");
            case SSLException _ ->
                new OperatorError("There is no secure connection to " + api + ": " + Causes.root(failure));
            case ProtocolException _ -> new OperatorError("What answers at " + api + " is no MITA");
            case ConnectException _
            when failure.getCause() != null && failure.getCause().getCause() instanceof UnresolvedAddressException ->
                new OperatorError(NOT_RUNNING, "No MITA runs at " + api + ": there is no host of this name");
            case ConnectException _ ->
                new OperatorError(NOT_RUNNING, "No MITA runs at " + api + ": the connection is refused");
            default -> new OperatorError(NOT_RUNNING, "MITA at " + api + " has gone: the connection ended unanswered");
        };
    }

    int exitCode() {
        return exitCode;
    }
}
