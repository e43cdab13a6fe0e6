package app.mita.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Users with a history, as the peers' seed has them: spread evenly over the last months. */
@Command(
        name = "seed",
        description = "Registers users, onboards them and records their transactions; writes their access tokens.",
        mixinStandardHelpOptions = true)
final class Seed implements Callable<Integer> {

    private static final List<String> CATEGORIES =
            List.of("food", "groceries", "transportation", "entertainment", "shopping", "healthcare", "utilities");
    private static final Duration SPAN = Duration.ofDays(180);

    @Mixin
    private Target target = new Target();

    @Option(names = "--users", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
    private int users;

    @Option(names = "--transactions", defaultValue = "600", description = "of each user; default: ${DEFAULT-VALUE}")
    private int transactions;

    @Option(names = "--connections", defaultValue = "64", description = "default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--tokens", required = true, description = "file for the access tokens, one a line")
    private Path tokens = Path.of("tokens");

    @Override
    public Integer call() throws Exception {
        var client = target.client();
        var accessTokens = registered(client);
        Files.write(tokens, accessTokens);
        record(client, accessTokens);
        return 0;
    }

    private List<String> registered(Client client) throws Exception {
        var accessTokens = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            var futures = new ArrayList<Future<String>>();
            for (int user = 0; user < users; user++) {
                futures.add(threads.submit(() -> client.newUser("bench-" + UUID.randomUUID() + "@mita-bench.dev")));
            }
            for (var future : futures) {
                accessTokens.add(future.get());
                progress("users", accessTokens.size(), users);
            }
        }
        return accessTokens;
    }

    private void record(Client client, List<String> accessTokens) throws Exception {
        var places = new Semaphore(connections);
        var done = new AtomicLong();
        var failed = new AtomicLong();
        var total = (long) users * transactions;
        var started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int nth = 0; nth < transactions; nth++) {
                for (var token : accessTokens) {
                    places.acquire();
                    threads.execute(() -> {
                        try {
                            Client.expect(
                                    201,
                                    client.post("/api/transactions/", token, transaction(), "Prefer", "respond-async"));
                        } catch (IOException | InterruptedException e) {
                            failed.incrementAndGet();
                            System.err.println(e.getMessage());
                        } finally {
                            places.release();
                            progress("transactions", done.incrementAndGet(), total);
                        }
                    });
                }
            }
        }
        System.out.printf("%d transactions in %.1f s%n", total, (System.nanoTime() - started) / 1e9);
        if (failed.get() > 0) {
            throw new IOException(failed + " of " + total + " transactions failed");
        }
    }

    static String transaction() {
        var random = RandomGenerator.getDefault();
        return "{\"amount\": %d.%02d, \"category\": \"%s\", \"description\": \"bench\", \"spent_at\": \"%s\"}"
                .formatted(
                        random.nextInt(1, 90),
                        random.nextInt(100),
                        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                        Instant.now().minusSeconds(random.nextLong(SPAN.toSeconds())));
    }

    static void progress(String what, long done, long total) {
        if (done % Math.max(1, total / 20) == 0) {
            System.out.printf("%s: %d of %d%n", what, done, total);
        }
    }
}
