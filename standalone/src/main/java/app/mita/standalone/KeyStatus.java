package app.mita.standalone;

import java.util.LinkedHashSet;
import tools.jackson.databind.JsonNode;

/** Shows the master keys that something rests on, and how much. */
abstract class KeyStatus extends OperatorsCommand {

    @Override
    public final Integer call() {
        var answer = api().get("/ops/keys");
        if (json()) {
            out().println(OpsApi.pretty(answer));
            return 0;
        }
        var keys = new LinkedHashSet<String>();
        answer.path("configured").forEach(key -> keys.add(key.asString()));
        answer.path("use").forEach(use -> keys.add(use.path("master_key").asString()));
        keys.forEach(key -> out().println(line(answer, key)));
        return 0;
    }

    /** A kind of sealed values as it is said. */
    static String words(JsonNode kind) {
        return kind.asString().replace('_', ' ');
    }

    private static String line(JsonNode answer, String key) {
        var line = new StringBuilder(key)
                .append(key.equals(answer.path("current").asString()) ? "  current" : "  previous");
        answer.path("use").forEach(use -> {
            if (use.path("master_key").asString().equals(key)) {
                line.append(", %,d %s".formatted(use.path("values").asLong(), words(use.path("kind"))));
            }
        });
        return line.append(key.equals(answer.path("sealing").asString()) ? "; seals what is new" : "")
                .toString();
    }
}
