package app.mita.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mita dead-letters} and {@code mita dead-letters list}: what could not be applied, and why. */
abstract class DeadLetterList extends OperatorsCommand {

    private static final String AFTER = "--after";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of one projection.")
    private @Nullable String name;

    @Option(names = "--waiting", description = "Those as well that only wait behind one that failed.")
    private boolean waiting;

    @Option(names = AFTER, paramLabel = "POSITION", description = "After this position: the next page.")
    private @Nullable Long after;

    @Option(
            names = "--limit",
            defaultValue = "50",
            description = "At most so many, up to 500 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() {
        var out = out();
        var api = api();
        var letters = page(api, after, limit);
        if (json()) {
            out.println(OpsApi.pretty(letters));
            return 0;
        }
        letters.forEach(letter -> {
            out.printf(
                    "%s%s  position %d  %s  user %s%n",
                    letter.path("projection").asString(),
                    letter.path("live").asBoolean(true)
                            ? ""
                            : ", generation %d that is being built"
                                    .formatted(letter.path("generation").asInt()),
                    letter.path("position").asLong(),
                    letter.path("type").asString(),
                    letter.path("user_id").asString());
            out.println("  cause    "
                    + (letter.path("cause").isNull()
                            ? "waits behind another one"
                            : letter.path("cause").asString()));
            out.println("  payload  " + letter.path("payload").asString());
            out.println("  behind   " + letter.path("waiting").asLong() + " events of the same user wait");
        });
        if (letters.isEmpty()) {
            out.println(after == null ? "No dead letters" : "No dead letters after position " + after);
        } else if (letters.size() >= limit) {
            long last = letters.get(letters.size() - 1).path("position").asLong();
            if (!page(api, last, 1).isEmpty()) {
                out.println("Later ones: " + typedWith(AFTER, last));
            }
        }
        return 0;
    }

    private JsonNode page(OpsApi api, @Nullable Long from, int size) {
        return api.get(OpsQuery.of("/ops/dead-letters")
                .with("projection", name)
                .with("waiting", waiting)
                .with("after", from)
                .with("limit", size)
                .toString());
    }
}
