package app.mita.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every operator's verb: which MITA is meant, and how the answer is wanted. */
final class Deployment {

    private static final String TOKEN_VARIABLE = "MITA_OPS_TOKEN";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the operators' routes answer; the token is then taken from the environment variable "
                    + TOKEN_VARIABLE + " (default: the MITA that runs over the data directory).")
    private @Nullable URI url;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    boolean json() {
        return json;
    }

    /** The data directory of the MITA on this machine; empty when another one is meant. */
    Optional<Path> local() {
        return url == null ? Optional.of(data.directory()) : Optional.empty();
    }

    /** @throws OperatorError when none runs, or when there is no token for it */
    OpsApi api() {
        var token = System.getenv(TOKEN_VARIABLE);
        if (url != null) {
            if (!List.of("http", "https").contains(url.getScheme())) {
                throw new OperatorError(ExitCode.USAGE, "--url takes an address such as http://localhost:8081");
            }
            if (token == null || token.isBlank()) {
                throw new OperatorError("Set " + TOKEN_VARIABLE + " to the operators' token of " + url);
            }
            return new OpsApi(url, token);
        }
        var root = data.directory();
        var running = RunningProcess.required(root);
        return new OpsApi(running.api(), Secrets.readIn(root).opsToken());
    }
}
