package app.mita.standalone;

import java.util.Map;
import picocli.CommandLine.Option;

/** Why something is done, and under which id: for the record of what operators did. */
final class ReasonOption extends OperationIdOption {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; kept in the record of what operators did.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Override
    Map<String, Object> body() {
        var body = super.body();
        body.put("reason", reason);
        return body;
    }
}
