package app.mita.standalone;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mita verify}: is what readers see what the log says? */
@Command(
        name = "verify",
        description = "Folds the log again and compares with the live documents, while everything goes on.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no difference",
            "1:failed",
            "2:wrong usage",
            "3:MITA is not running",
            "4:there are differences"
        })
final class Verify extends OperatorsCommand {

    private static final int DIFFERENT = 4;

    @Parameters(paramLabel = "NAME", description = "The projection, as 'mita projections' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() throws InterruptedException {
        var out = out();
        var finished = Errand.await(api(), "/ops/projections/" + name + "/verify", reason.body(), out, json());
        var verdict = finished.path("result");
        long differences = verdict.path("differences").asLong();
        if (json()) {
            out.println(OpsApi.pretty(finished));
        } else {
            out.printf(
                    "%s: %,d users, %,d events; %,d documents in the log (%s), %,d live (%s)%n",
                    name,
                    verdict.path("users").asLong(),
                    verdict.path("events").asLong(),
                    verdict.path("documents").asLong(),
                    verdict.path("hash").asString(),
                    verdict.path("live_documents").asLong(),
                    verdict.path("live_hash").asString());
            verdict.path("first").forEach(difference -> out.println("  " + line(difference)));
            out.println(differences == 0 ? "No difference" : differences + " differences");
        }
        return differences == 0 ? 0 : DIFFERENT;
    }

    private static String line(JsonNode difference) {
        return "user %s, key '%s': %s%s"
                .formatted(
                        difference.path("user_id").asString(),
                        difference.path("key").asString(),
                        difference.path("kind").asString(),
                        difference.path("path").isNull()
                                ? ""
                                : " at " + difference.path("path").asString());
    }
}
