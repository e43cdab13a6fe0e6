package app.mita.benchmarks;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long one client waits for a write that every later read shows. */
@Command(
        name = "visible",
        description = "One client: POST a transaction, GET it at once; prints the POST's percentiles.",
        mixinStandardHelpOptions = true)
final class Visible implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("\"data\"\\s*:\\s*\\{[^}]*?\"id\"\\s*:\\s*\"([^\"]+)\"");

    @Mixin
    private Target target = new Target();

    @Option(names = "--writes", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
    private int writes;

    @Override
    public Integer call() throws Exception {
        var client = target.client();
        var token = client.newUser("visible-" + UUID.randomUUID() + "@mita-bench.dev");
        var latencies = new Latencies();
        for (int i = 0; i < writes; i++) {
            var started = System.nanoTime();
            var written = client.post("/api/transactions/", token, Seed.transaction());
            var nanos = System.nanoTime() - started;
            var id = ID.matcher(Client.expect(201, written));
            if (!id.find() || written.headers().firstValue("Mita-Read-Model").isPresent()) {
                throw new IOException(
                        "not visible in time: " + written.headers().map());
            }
            Client.expect(200, client.get("/api/transactions/" + id.group(1), token));
            if (i >= writes / 10) {
                latencies.add(nanos);
            }
        }
        System.out.println("POST to visible, one client: " + latencies);
        return 0;
    }
}
