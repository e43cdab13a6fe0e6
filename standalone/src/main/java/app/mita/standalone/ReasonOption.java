package app.mita.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Why something is done, and under which id: for the record of what operators did. */
final class ReasonOption {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; kept in the record of what operators did.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(
            names = "--operation-id",
            paramLabel = "UUID",
            description = "An id of your own: asking again with the same one does nothing twice.")
    private @Nullable UUID id;

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("reason", reason);
        body.put("operation_id", (id == null ? UUID.randomUUID() : id).toString());
        return body;
    }
}
