package app.mita.standalone;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mita projections}: how they are. */
@Command(
        name = "projections",
        description =
                "Shows the projections: state, generation, position, lag, rate, dead letters, what is being built.",
        mixinStandardHelpOptions = true)
final class ProjectionList extends OperatorsCommand {

    private static final String LINE = "%-14s %-11s %4s %10s %8s %7s %8s %6s  %s%n";
    private static final int LONGEST_ERROR = 200;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One projection, with its generations.")
    private @Nullable String name;

    @Override
    public Integer call() {
        var out = out();
        var answer = api().get("/ops/projections" + (name == null ? "" : "/" + name));
        if (json()) {
            out.println(OpsApi.pretty(answer));
            return 0;
        }
        out.printf(LINE, "NAME", "STATE", "GEN", "POSITION", "LAG", "LAG s", "EVENTS/s", "DEAD", "BESIDE IT");
        if (name == null) {
            answer.forEach(projection -> line(out, projection));
            lastErrors(answer).forEach((error, names) -> out.println("last error of " + names + ": " + error));
        } else {
            line(out, answer);
            for (var which : new String[] {"live", "next", "previous"}) {
                generation(out, which, answer.path(which));
            }
            if (answer.path("next").path("state").asString("").equals("held")) {
                out.println("held: " + ReplayWatch.whyHeld(answer));
            }
            if (!answer.path("last_error").isNull()) {
                out.println("last error: " + answer.path("last_error").asString());
            }
        }
        return 0;
    }

    private static void line(PrintWriter out, JsonNode projection) {
        out.printf(
                LINE,
                projection.path("name").asString(),
                projection.path("state").asString(),
                projection.path("live").path("number").asInt(),
                projection.path("position").asLong(),
                projection.path("lag_events").asLong(),
                decimal(projection.path("lag_seconds")),
                decimal(projection.path("rate")),
                projection.path("dead_letters").asLong(),
                beside(projection.path("next")));
    }

    /** Each with the names of whom it is: an error is a node's, and so that of all that it moves. */
    private static Map<String, String> lastErrors(JsonNode projections) {
        var names = new LinkedHashMap<String, String>();
        projections.forEach(projection -> projection
                .path("last_error")
                .asStringOpt()
                .ifPresent(error -> names.merge(
                        inOneLine(error), projection.path("name").asString(), (some, one) -> some + ", " + one)));
        return names;
    }

    private static String inOneLine(String error) {
        var line = error.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "…";
    }

    private static String beside(JsonNode next) {
        if (next.isNull() || next.isMissingNode()) {
            return "";
        }
        long failed = next.path("failed").asLong(0);
        return "generation %d %s%s%s"
                .formatted(
                        next.path("number").asInt(),
                        next.path("state").asString(),
                        next.path("progress").isNull()
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        " %.0f %%",
                                        Math.floor(100 * next.path("progress").asDouble())),
                        failed == 0 ? "" : ", %,d failed".formatted(failed));
    }

    private static void generation(PrintWriter out, String which, JsonNode generation) {
        if (!generation.isNull()) {
            out.printf(
                    "%-9s generation %d, %s, of version %d, begun %s (%s), %,d dead letters (%,d failed)%s%n",
                    which,
                    generation.path("number").asInt(),
                    generation.path("state").asString(),
                    generation.path("version").asInt(),
                    generation.path("started_at").asString(),
                    generation.path("origin").asString(),
                    generation.path("dead_letters").asLong(0),
                    generation.path("failed").asLong(0),
                    generation.path("failure").isNull()
                            ? ""
                            : ": " + generation.path("failure").asString());
        }
    }
}
