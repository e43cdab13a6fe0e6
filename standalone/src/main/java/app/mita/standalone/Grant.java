package app.mita.standalone;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mita grant}: an operator's verb, done by the running process. */
@Command(
        name = "grant",
        description = "Gives an account premium features or administration; takes effect at its next login.",
        mixinStandardHelpOptions = true)
final class Grant implements Callable<Integer> {

    /** What can be given. */
    enum Access {
        PREMIUM,
        ADMIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "EMAIL", description = "The account's e-mail address.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Parameters(paramLabel = "ACCESS", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Access access;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var root = data.directory();
        var running = RunningProcess.required(root);
        OpsClient.at(running.api()).grant(Secrets.readIn(root).opsToken(), email, access);
        spec.commandLine().getOut().println(email + " has " + access + " from the next login on");
        return 0;
    }
}
