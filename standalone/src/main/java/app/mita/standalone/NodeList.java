package app.mita.standalone;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code mita nodes}: who runs projections. */
@Command(
        name = "nodes",
        description = "Shows the nodes that run projections: which version of each they can fold, and what they move.",
        mixinStandardHelpOptions = true)
final class NodeList extends OperatorsCommand {

    private static final String LINE = "%-36s  %-14s  %7s  %4s  %10s  %8s  %7s  %8s%n";

    @Override
    public Integer call() {
        var out = out();
        var nodes = api().get("/ops/instances");
        if (json()) {
            out.println(OpsApi.pretty(nodes));
        } else if (nodes.isEmpty()) {
            out.println("No node runs projections");
        } else {
            out.printf(LINE, "NODE", "PROJECTION", "VERSION", "GEN", "PARTITIONS", "LAG", "LAG s", "EVENTS/s");
            nodes.forEach(node -> node(out, node));
        }
        return 0;
    }

    private static void node(PrintWriter out, JsonNode node) {
        var id = node.path("id").asString();
        node.path("versions")
                .properties()
                .forEach(model -> line(out, id, model.getKey(), model.getValue().asInt(), node.path("shares")));
        if (!node.path("failure").isNull()) {
            out.println(id + " last error: " + node.path("failure").asString());
        }
    }

    /** A model that the node can fold, and what it moves of it. */
    private static void line(PrintWriter out, String node, String model, int version, JsonNode shares) {
        boolean moves = false;
        for (var share : shares) {
            if (share.path("projection").asString().equals(model)) {
                moves = true;
                out.printf(
                        LINE,
                        node,
                        model,
                        version,
                        share.path("generation").asInt(),
                        share.path("partitions").asInt(),
                        share.path("lag_events").asLong(),
                        decimal(share.path("lag_seconds")),
                        decimal(share.path("rate")));
            }
        }
        if (!moves) {
            out.printf(LINE, node, model, version, "-", "-", "-", "-", "-");
        }
    }
}
