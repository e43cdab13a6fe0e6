package app.mita.standalone;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Something that some node does after it was asked for. */
final class Errand {

    private Errand() {}

    /**
     * Asks for it and waits until it is done.
     *
     * @return the finished operation
     * @throws OperatorError when it failed
     */
    static JsonNode await(OpsApi api, String path, Map<String, ?> body, PrintWriter out, boolean silent)
            throws InterruptedException {
        return await(api, path, body, out, silent, (bar, soFar) -> {
            long users = soFar.path("users").asLong();
            long all = soFar.path("of_users").asLong();
            bar.show(users, all, "%,d of about %,d users".formatted(users, all));
        });
    }

    /**
     * The same, shown in another way.
     *
     * @param progress shows on the bar what has come of it so far
     */
    static JsonNode await(
            OpsApi api,
            String path,
            Map<String, ?> body,
            PrintWriter out,
            boolean silent,
            BiConsumer<ProgressBar, JsonNode> progress)
            throws InterruptedException {
        var asked = api.post(path, body);
        try (var bar = ProgressBar.on(out, silent)) {
            while (true) {
                var now = api.get("/ops/operations/" + asked.path("id").asString());
                var result = now.path("result");
                switch (now.path("state").asString()) {
                    case "done" -> {
                        return now;
                    }
                    case "failed" ->
                        throw new OperatorError(
                                "It failed: " + result.path("error").asString("see the log"));
                    case "requested" -> bar.show("waits for a node that takes it up");
                    default -> {
                        if (result.isObject()) {
                            progress.accept(bar, result);
                        } else {
                            bar.show("under way");
                        }
                    }
                }
                Thread.sleep(ProgressBar.EVERY);
            }
        }
    }
}
