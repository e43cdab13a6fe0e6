package app.mita.standalone;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mita rebuild-user}: one user's documents, folded again. */
@Command(
        name = "rebuild-user",
        description = "Folds one user's documents of a projection again from the log, in place.",
        mixinStandardHelpOptions = true)
final class RebuildUser implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "The projection, as 'mita projections' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Parameters(index = "1", paramLabel = "USER", description = "The user's id.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private UUID user;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Mixin
    private Deployment deployment = new Deployment();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var body = reason.body();
        body.put("user_id", user.toString());
        var answer = deployment.api().post("/ops/projections/" + name + "/rebuild-user", body);
        var result = answer.path("result");
        spec.commandLine()
                .getOut()
                .println(
                        deployment.json()
                                ? OpsApi.pretty(answer)
                                : "%s: %,d events folded, %,d documents, %,d events parked"
                                        .formatted(
                                                name,
                                                result.path("events").asLong(),
                                                result.path("documents").asLong(),
                                                result.path("parked").asLong()));
        return 0;
    }
}
