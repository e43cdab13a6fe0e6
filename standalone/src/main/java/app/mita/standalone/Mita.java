package app.mita.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of MITA; see each command's --help. */
@Command(
        name = "mita",
        description = "MITA's backend: how much money a person can spend today.",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Grant.class,
            ProjectionList.class,
            NodeList.class,
            OperationList.class,
            Replay.class,
            Verify.class,
            RebuildUser.class,
            DeadLetters.class,
            Republish.class,
            Keys.class
        },
        mixinStandardHelpOptions = true,
        // Every command's --help says the exit codes, unless it has its own.
        scope = ScopeType.INHERIT,
        version = "MITA 0.1.0",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the line on standard error says why",
            "2:wrong usage",
            "3:MITA is not running"
        })
public final class Mita implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var mita = new CommandLine(new Mita());
        ProjectionVerb.addTo(mita);
        return mita.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("mita: " + line(failure));
            return failure instanceof OperatorError error ? error.exitCode() : OperatorError.FAILED;
        });
    }

    private static String line(Exception failure) {
        return Causes.known(failure)
                .orElseGet(() -> Causes.root(failure))
                .lines()
                .findFirst()
                .orElse("failed");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See mita --help");
    }
}
