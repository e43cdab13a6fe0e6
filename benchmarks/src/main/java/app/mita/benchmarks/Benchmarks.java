package app.mita.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry: one verb for each step of a run; {@code benchmarks/compare} puts them together. */
@Command(
        name = "benchmarks",
        description = "Makes data for load runs, and measures single clients and the event store.",
        mixinStandardHelpOptions = true,
        subcommands = {Seed.class, Visible.class, History.class, Appends.class, Replay.class, Beside.class})
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
