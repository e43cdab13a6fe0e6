package app.mita.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How much longer a reader waits beside a replay. One reader at a steady pace: readers as fast as they can fill the machine, of
 * which a replay keeps clear anyway, and hide what it does to those who ask now and then.
 */
@Command(
        name = "beside",
        description = "Reads the dashboard at a steady pace, alone and beside a replay; prints both and their ratio.",
        mixinStandardHelpOptions = true)
final class Beside implements Callable<Integer> {

    private static final String DASHBOARD = "/api/dashboard";
    private static final int WARM_UP = 1000;
    private static final Duration EVERY = Duration.ofMillis(250);
    /** Reads, of which a P95 says something. */
    private static final int ENOUGH = 200;

    @Mixin
    private Target.Operated target = new Target.Operated();

    @Option(
            names = "--rate",
            defaultValue = "100",
            description = "reads a second, at least 4: fewer are a monitor's; default: ${DEFAULT-VALUE}")
    private int rate = 100;

    @Option(names = "--seconds", defaultValue = "15", description = "of each half; default: ${DEFAULT-VALUE}")
    private int seconds = 15;

    @Option(
            names = "--at-most",
            paramLabel = "RATIO",
            description = "of the P95s; above it this exits with 1 (the promise: 1.5)")
    private double atMost = Double.MAX_VALUE;

    @Parameters(paramLabel = "NAME", description = "projection")
    private String name = "";

    @Override
    public Integer call() throws Exception {
        var client = target.client();
        var operator = target.operator();
        var token = client.newUser("beside-" + UUID.randomUUID() + "@mita-bench.dev");
        for (int i = 0; i < WARM_UP; i++) {
            Client.expect(200, client.get(DASHBOARD, token));
        }
        var alone = read(client, token);
        int generation = operator.replay(name);
        var beside = read(client, token);
        if (operator.isLive(name, generation)) {
            throw new IOException("the replay of " + name + " has ended before the reads: there are too few events");
        }
        while (!operator.isLive(name, generation)) {
            Thread.sleep(EVERY);
        }
        double ratio = beside.percentile(95) / alone.percentile(95);
        System.out.printf(
                "%d reads/s alone: %s%n%d reads/s beside a replay of %s: %s%nP95 %.2f times%s%n",
                rate, alone, rate, name, beside, ratio, ratio > atMost ? ", too slow" : "");
        return ratio > atMost ? 1 : 0;
    }

    private Latencies read(Client client, String token) throws IOException, InterruptedException {
        var latencies = new Latencies();
        long apart = TimeUnit.SECONDS.toNanos(1) / rate;
        long reads = Math.max(ENOUGH, (long) rate * seconds);
        long begun = System.nanoTime();
        for (long i = 0; i < reads; i++) {
            // Since when it was due: a read that waits for the one before waits, too.
            long due = begun + i * apart;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            Client.expect(200, client.get(DASHBOARD, token));
            latencies.add(System.nanoTime() - due);
        }
        return latencies;
    }
}
