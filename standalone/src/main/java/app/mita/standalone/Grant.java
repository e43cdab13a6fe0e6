package app.mita.standalone;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mita grant}: what an account may do. */
@Command(
        name = "grant",
        description = "Gives an account premium features or administration; takes effect at its next login.",
        mixinStandardHelpOptions = true)
final class Grant extends OperatorsCommand {

    /** What can be given. */
    enum Access {
        PREMIUM,
        ADMIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The account's e-mail address.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Parameters(index = "1", paramLabel = "ACCESS", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Access access;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the record of what operators did.")
    private @Nullable String reason;

    @Mixin
    private OperationIdOption operation = new OperationIdOption();

    @Override
    public Integer call() {
        var body = operation.body();
        if (reason != null) {
            body.put("reason", reason);
        }
        body.put("email", email);
        body.put("access", access.toString());
        say(api().post("/ops/grants", body), email + " has " + access + " from the next login on");
        return 0;
    }
}
