package app.mita.standalone;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mita operations}: the record of what operators did. */
@Command(
        name = "operations",
        description = "Shows who did what, when and why, the latest first. --json has arguments and results as well.",
        mixinStandardHelpOptions = true)
final class OperationList extends OperatorsCommand {

    private static final String LINE = "%-20s  %-20s  %-24s  %-14s  %-9s  %-36s  %s%n";

    @Option(names = "--operator", paramLabel = "WHO", description = "A part of the name of who did it, in any case.")
    private @Nullable String operator;

    @Option(names = "--verb", paramLabel = "VERB", description = "As it is recorded, such as replay/pause.")
    private @Nullable String verb;

    @Option(names = "--projection", paramLabel = "NAME", description = "What was done to one projection.")
    private @Nullable String projection;

    @Option(names = "--from", paramLabel = "INSTANT", description = "From then on, such as 2026-11-01T00:00:00Z.")
    private @Nullable Instant from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Before then.")
    private @Nullable Instant until;

    @Option(names = "--before", paramLabel = "ID", description = "Older than this operation: the next page.")
    private @Nullable UUID before;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() {
        var page = api().page(OpsQuery.of("/ops/operations")
                .with("operator", operator)
                .with("verb", verb)
                .with("projection", projection)
                .with("from", from)
                .with("until", until)
                .with("before", before)
                .with("limit", limit)
                .toString());
        var out = out();
        if (json()) {
            out.println(OpsApi.pretty(page.items()));
        } else if (page.items().isEmpty()) {
            out.println("No operations");
        } else {
            out.printf(LINE, "REQUESTED", "OPERATOR", "VERB", "PROJECTION", "STATE", "ID", "REASON");
            page.items().forEach(operation -> line(out, operation));
            if (page.before() != null) {
                out.println("Older ones: --before " + page.before());
            }
        }
        return 0;
    }

    private static void line(PrintWriter out, JsonNode operation) {
        out.printf(
                LINE,
                operation.path("requested_at").asString().replaceFirst("\\.\\d+", ""),
                operation.path("operator").asString(),
                operation.path("verb").asString(),
                operation.path("projection").asString("-"),
                operation.path("state").asString(),
                operation.path("id").asString(),
                // Anybody's text: it must not steer the terminal, nor look like another line.
                operation.path("reason").asString().replaceAll("\\p{Cntrl}", " "));
    }
}
