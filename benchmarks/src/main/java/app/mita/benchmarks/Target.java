package app.mita.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The running system that is measured. */
class Target {

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:8080");

    Client client() {
        return new Client(url);
    }

    /** With the data directory of {@code ./mita}, for the operators' token. */
    static final class Operated extends Target {

        @Option(names = "--data", description = "data directory of ./mita, for the token (default: ~/.mita)")
        private Path data = Path.of(System.getProperty("user.home"), ".mita");

        Operator operator() throws IOException {
            return new Operator(client(), data);
        }
    }
}
