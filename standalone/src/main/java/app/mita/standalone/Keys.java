package app.mita.standalone;

import app.mita.runtime.personal.MasterKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code mita keys}: the master key of the personal data. Alone it shows what rests on which. */
@Command(
        name = "keys",
        description = "Shows how much personal data rests on which master key. To change the key of the MITA on this"
                + " machine: 'mita keys rotate', restart it, 'mita keys rewrap'.",
        mixinStandardHelpOptions = true,
        subcommands = {Keys.ShowThem.class, Keys.Rotate.class, Keys.Rewrap.class})
final class Keys extends KeyStatus {

    @Command(
            name = "status",
            description = "Shows how much rests on which master key.",
            mixinStandardHelpOptions = true)
    static final class ShowThem extends KeyStatus {}

    @Command(
            name = "rotate",
            description =
                    "Makes a new master key for the MITA on this machine and keeps the one before beside it. What it"
                            + " runs with changes with its next start.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private DataOption data = new DataOption();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            var rotated = Secrets.rotateIn(data.directory());
            out.println("The next start takes master key "
                    + MasterKey.of(rotated.masterKey()).id() + " and can read what rests on the one before");
            out.println("Now: ./mita down, ./mita up, and then ./mita keys rewrap --reason TEXT");
            return 0;
        }
    }

    @Command(
            name = "rewrap",
            description =
                    "Puts everything under the current master key, while everything goes on. The MITA on this machine"
                            + " then forgets the previous one.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:everything rests on the current key",
                "1:failed",
                "2:wrong usage",
                "3:MITA is not running",
                "4:something is left under another key; the log says what cannot be read"
            })
    static final class Rewrap extends OperatorsCommand {

        private static final int LEFT = 4;

        @Mixin
        private ReasonOption reason = new ReasonOption();

        @Override
        public Integer call() throws InterruptedException {
            var api = api();
            var local = local();
            local.ifPresent(root -> demandRestarted(api, root));
            var finished = Errand.await(api, "/ops/keys/rewrap", reason.body(), out(), json(), Rewrap::show);
            var result = finished.path("result");
            var key = result.path("master_key").asString();
            long left = sum(result, "left");
            boolean forgotten = left == 0
                    && local.map(root -> Secrets.forgetPreviousIn(root, key)).orElse(false);
            var words = new StringBuilder();
            result.path("parts")
                    .forEach(part -> words.append("%-13s %,d rewrapped, %,d left, %,d of them unreadable%n"
                            .formatted(
                                    KeyStatus.words(part.path("kind")),
                                    part.path("rewrapped").asLong(),
                                    part.path("left").asLong(),
                                    part.path("unreadable").asLong())));
            words.append(left == 0 ? "Everything rests on master key " : "Not everything rests on master key ")
                    .append(key)
                    .append(forgotten ? "; the one before is gone from the data directory" : "");
            say(finished, words.toString());
            return left == 0 ? 0 : LEFT;
        }

        /** Else everything would be put under the key that is about to be forgotten. */
        private static void demandRestarted(OpsApi api, Path root) {
            var wanted = MasterKey.of(Secrets.readIn(root).masterKey()).id();
            if (!wanted.equals(api.get("/ops/keys").path("current").asString())) {
                throw new OperatorError(
                        "MITA still runs with the master key from before; first ./mita down, ./mita up");
            }
        }

        static void show(ProgressBar bar, JsonNode soFar) {
            long rewrapped = sum(soFar, "rewrapped");
            long left = sum(soFar, "left");
            bar.show(rewrapped, rewrapped + left, "%,d rewrapped, %,d left".formatted(rewrapped, left));
        }

        private static long sum(JsonNode result, String figure) {
            long sum = 0;
            for (var part : result.path("parts")) {
                sum += part.path(figure).asLong();
            }
            return sum;
        }
    }
}
