package app.mita.benchmarks;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a long history makes anything slower. */
@Command(
        name = "history",
        description = "Reads and writes of a user with a long history beside one with a short one, in turn.",
        mixinStandardHelpOptions = true)
final class History implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Option(names = "--long", defaultValue = "100000", description = "transactions; default: ${DEFAULT-VALUE}")
    private int longHistory;

    @Option(names = "--short", defaultValue = "100", description = "transactions; default: ${DEFAULT-VALUE}")
    private int shortHistory;

    @Option(names = "--rounds", defaultValue = "500", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var client = target.client();
        var old = userWith(client, longHistory);
        var fresh = userWith(client, shortHistory);
        for (var path : new String[] {"/api/dashboard", "/api/transactions/?limit=100"}) {
            compare("GET " + path, old, fresh, token -> Client.expect(200, client.get(path, token)));
        }
        compare(
                "POST /api/transactions/",
                old,
                fresh,
                token -> Client.expect(201, client.post("/api/transactions/", token, Seed.transaction())));
        return 0;
    }

    private interface Call {
        String on(String token) throws Exception;
    }

    private void compare(String what, String old, String fresh, Call call) throws Exception {
        var ofOld = new Latencies();
        var ofFresh = new Latencies();
        for (int round = 0; round < rounds; round++) {
            time(call, old, round, ofOld);
            time(call, fresh, round, ofFresh);
        }
        System.out.printf(
                "%s: %,d transactions %s; %,d transactions %s; ratio of medians %.2f%n",
                what, longHistory, ofOld, shortHistory, ofFresh, ofOld.percentile(50) / ofFresh.percentile(50));
    }

    private void time(Call call, String token, int round, Latencies latencies) throws Exception {
        var started = System.nanoTime();
        call.on(token);
        if (round >= rounds / 10) {
            latencies.add(System.nanoTime() - started);
        }
    }

    private static String userWith(Client client, int transactions) throws Exception {
        var token = client.newUser("history-" + UUID.randomUUID() + "@mita-bench.dev");
        var places = new Semaphore(32);
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < transactions; i++) {
                places.acquire();
                threads.submit(() -> {
                    try {
                        return Client.expect(
                                201,
                                client.post(
                                        "/api/transactions/", token, Seed.transaction(), "Prefer", "respond-async"));
                    } finally {
                        places.release();
                        Seed.progress("transactions of one user", done.incrementAndGet(), transactions);
                    }
                });
            }
        }
        return token;
    }
}
