package app.mita.standalone;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mita rebuild-user}: one user's documents, folded again. */
@Command(
        name = "rebuild-user",
        description = "Folds one user's documents of a projection again from the log, in place.",
        mixinStandardHelpOptions = true)
final class RebuildUser extends OperatorsCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "The projection, as 'mita projections' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Parameters(index = "1", paramLabel = "USER", description = "The user's id.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private UUID user;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
        var body = reason.body();
        body.put("user_id", user.toString());
        var answer = api().post("/ops/projections/" + name + "/rebuild-user", body);
        var result = answer.path("result");
        say(
                answer,
                "%s: %,d events folded, %,d documents, %,d events parked"
                        .formatted(
                                name,
                                result.path("events").asLong(),
                                result.path("documents").asLong(),
                                result.path("parked").asLong()));
        return 0;
    }
}
