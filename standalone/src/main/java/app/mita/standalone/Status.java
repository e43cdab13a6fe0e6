package app.mita.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mita status}: whether it runs, and how its parts are. */
@Command(
        name = "status",
        description = "Says whether MITA runs and how its parts are.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var running = RunningProcess.required(data.directory());
        out.println("MITA runs (process " + running.pid() + ")");
        out.println("  API       " + running.api() + "/api");
        if (running.kafka() != null) {
            out.println("  Broker    " + running.kafka());
        }
        var health = OpsClient.at(running.api()).health();
        if (health.isEmpty()) {
            out.println("  It does not answer yet");
            return OperatorError.FAILED;
        }
        health.get().forEach((part, state) -> out.printf("  %-9s %s%n", part, state));
        return 0;
    }
}
