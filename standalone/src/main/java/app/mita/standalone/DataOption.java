package app.mita.standalone;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has. */
final class DataOption {

    static final Path DEFAULT = Path.of(System.getProperty("user.home"), ".mita");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of everything that MITA keeps (default: ~/.mita).")
    private Path directory = DEFAULT;

    Path directory() {
        return directory.toAbsolutePath().normalize();
    }
}
