package app.mita.standalone;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mita down}: stops the running process and waits for its end. */
@Command(name = "down", description = "Stops a running MITA and waits until it has.", mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var root = data.directory();
        var running = RunningProcess.over(root);
        if (running.isEmpty()) {
            spec.commandLine().getOut().println("No MITA runs over " + root);
            return 0;
        }
        long pid = running.get().pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (DataDirectory.isTaken(root)) {
            if (System.nanoTime() > deadline) {
                throw new OperatorError(
                        "MITA (process %d) has not stopped within %d s".formatted(pid, LIMIT.toSeconds()));
            }
            Thread.sleep(POLL);
        }
        spec.commandLine().getOut().println("MITA has stopped");
        return 0;
    }
}
