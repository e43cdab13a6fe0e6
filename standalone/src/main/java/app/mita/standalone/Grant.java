package app.mita.standalone;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
        var body = reason.body();
        body.put("email", email);
        body.put("access", access.toString());
        say(api().post("/ops/grants", body), email + " has " + access + " from the next login on");
        return 0;
    }
}
