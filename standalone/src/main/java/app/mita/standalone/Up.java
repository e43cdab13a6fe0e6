package app.mita.standalone;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mita up}: runs everything in the foreground until it is told to stop. */
@Command(
        name = "up",
        description = "Starts MITA and runs it until Ctrl-C, SIGTERM or 'mita down'.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    /** After the API answers, relay and projections need a moment; after a kill as long as the broker's old sessions. */
    private static final Duration HEALTHY_LIMIT = Duration.ofSeconds(30);

    @Option(names = "--port", description = "Port of the API (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port;

    @Option(
            names = "--address",
            description = "Address that the API listens on; 0.0.0.0 for all of this machine"
                    + " (default: ${DEFAULT-VALUE}, this machine only).",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String address;

    @Option(names = "--rehearsal", hidden = true, description = "Stop after the first answers; the launcher's.")
    private boolean rehearsal;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var listen = rehearsal ? Listen.onFreePort() : new Listen(address, port);
        listen.check();
        var directory = DataDirectory.take(data.directory());
        var log = Logging.into(directory.log());
        var secrets = Secrets.of(directory);
        var running = new RunningProcess(ProcessHandle.current().pid(), listen.local(), null);
        running.recordIn(directory);
        out.println("Starting MITA over " + directory.root());
        var backend = Backend.start(directory, secrets);
        var ending = Ending.of(backend, out);
        try {
            backend.startServices(secrets, listen);
            running.with(backend.servers().kafka().bootstrapServers()).recordIn(directory);
            if (!OpsClient.at(listen.local()).becomesHealthy(HEALTHY_LIMIT)) {
                out.println("MITA answers, but not all of its parts work yet; see ./mita status");
            }
            announce(out, backend, listen, directory);
            if (rehearsal) {
                Rehearsal.ask(listen.local(), secrets.opsToken());
            } else {
                backend.servers().awaitLoss();
            }
            return 0;
        } catch (RuntimeException e) {
            if (ending.isUnderWay()) {
                ending.await(); // it failed because of that
            }
            log.error("MITA has to end", e);
            throw new OperatorError(Causes.known(e).orElse("MITA did not start: " + Causes.root(e)) + " (details in "
                    + directory.log() + ")");
        } finally {
            ending.onReturn();
        }
    }

    private static void announce(PrintWriter out, Backend backend, Listen listen, DataDirectory directory) {
        long millis = ManagementFactory.getRuntimeMXBean().getUptime();
        var servers = backend.servers();
        out.printf("MITA is ready (%.1f s)%n", millis / 1000.0);
        out.println("  API         " + listen.local() + "/api");
        out.println("  API docs    " + listen.local() + "/docs");
        out.println("  Health      " + listen.local() + "/health");
        out.println("  Data        " + directory.root());
        out.println("  Log         " + directory.log());
        out.println("  PostgreSQL  " + servers.postgres().host() + ":"
                + servers.postgres().port());
        out.println("  Kafka       " + servers.kafka().bootstrapServers());
        out.println("Stop it with Ctrl-C or ./mita down");
        out.flush();
    }
}
