package app.mita.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Under which id something is done: for the record of what operators did. */
class OperationIdOption {

    @Option(
            names = "--operation-id",
            paramLabel = "UUID",
            description = "An id of your own: asking again with the same one does nothing twice.")
    private @Nullable UUID id;

    /** Of a request, to be added to. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("operation_id", (id == null ? UUID.randomUUID() : id).toString());
        return body;
    }
}
