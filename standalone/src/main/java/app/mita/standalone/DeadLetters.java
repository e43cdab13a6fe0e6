package app.mita.standalone;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mita dead-letters}: events that could not be applied. Alone it lists them. */
@Command(
        name = "dead-letters",
        description =
                "Lists events that a projection could not apply; 'retry' applies them again, 'discard' leaves one out"
                        + " for good.",
        mixinStandardHelpOptions = true,
        subcommands = {DeadLetters.ListThem.class, DeadLetters.Retry.class, DeadLetters.Discard.class})
final class DeadLetters extends DeadLetterList {

    @Command(
            name = "list",
            description = "Shows those that failed, with cause and payload; personal texts are masked.",
            mixinStandardHelpOptions = true)
    static final class ListThem extends DeadLetterList {}

    @Command(
            name = "retry",
            description = "Applies dead letters again: one user's, or all of a projection.",
            mixinStandardHelpOptions = true)
    static final class Retry extends OperatorsCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "The projection.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Option(names = "--user", paramLabel = "ID", description = "Of one user only.")
        private @Nullable UUID user;

        @Mixin
        private ReasonOption reason = new ReasonOption();

        @Override
        public Integer call() throws InterruptedException {
            var route = "/ops/projections/" + name + "/dead-letters/";
            var body = reason.body();
            if (user != null) {
                body.put("user_id", user.toString());
            }
            var answer = user == null
                    ? Errand.await(api(), route + "retry-all", body, out(), json())
                    : api().post(route + "retry", body);
            var result = answer.path("result");
            say(
                    answer,
                    "%,d events applied, %,d still parked"
                            .formatted(
                                    result.path("events").asLong(),
                                    result.path("parked").asLong()));
            return result.path("parked").asLong() == 0 ? 0 : OperatorError.FAILED;
        }
    }

    @Command(
            name = "discard",
            description = "Leaves an event out of a projection for good, and applies what waits behind it.",
            mixinStandardHelpOptions = true)
    static final class Discard extends OperatorsCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "The projection.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Parameters(index = "1", paramLabel = "POSITION", description = "The event's position, as 'list' shows it.")
        private long position;

        @Mixin
        private ReasonOption reason = new ReasonOption();

        @Override
        public Integer call() {
            var body = reason.body();
            body.put("position", position);
            var answer = api().post("/ops/projections/" + name + "/dead-letters/discard", body);
            var result = answer.path("result");
            say(
                    answer,
                    "Left out; %,d events of the user were applied, %,d are still parked"
                            .formatted(
                                    result.path("events").asLong(),
                                    result.path("parked").asLong()));
            return 0;
        }
    }
}
