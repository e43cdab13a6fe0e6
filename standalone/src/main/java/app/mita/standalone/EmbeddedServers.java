package app.mita.standalone;

import app.mita.embedded.Cache;
import app.mita.embedded.Durability;
import app.mita.embedded.KafkaServer;
import app.mita.embedded.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The PostgreSQL and the Kafka of the process: both start at once, and whoever needs one waits for it. */
final class EmbeddedServers implements AutoCloseable {

    private final CompletableFuture<PostgresServer> postgres;
    private final CompletableFuture<KafkaServer> kafka;
    /** Fails when one is gone for good; never completes otherwise. */
    private final CompletableFuture<Void> lost;

    private EmbeddedServers(
            CompletableFuture<PostgresServer> postgres,
            CompletableFuture<KafkaServer> kafka,
            CompletableFuture<Void> lost) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.lost = lost;
    }

    /** Returns at once. */
    static EmbeddedServers start(DataDirectory data, Secrets secrets) {
        Executor threads = task -> Thread.ofPlatform().name("start-server").start(task);
        var lost = new CompletableFuture<Void>();
        return new EmbeddedServers(
                CompletableFuture.supplyAsync(() -> postgres(data, secrets, lost), threads),
                CompletableFuture.supplyAsync(() -> KafkaServer.start(data.kafka(), 0), threads),
                lost);
    }

    /** Waits until it is there. */
    PostgresServer postgres() {
        return await(postgres);
    }

    /** Waits until it is there. */
    KafkaServer kafka() {
        return await(kafka);
    }

    /**
     * Blocks as long as both can be kept running.
     *
     * @throws EmbeddedServerException when one is gone for good
     */
    void awaitLoss() {
        await(lost);
    }

    /** Leaves the servers to the end that has begun: it can reach them sooner than {@link #close} does. */
    void expectEnd() {
        if (postgres.isDone() && !postgres.isCompletedExceptionally()) {
            postgres.join().endSupervision();
        }
    }

    /** Stops both, Kafka first: its clients are gone by now, and nothing of it is in the database. */
    @Override
    public void close() {
        stop(kafka);
        stop(postgres);
    }

    private static PostgresServer postgres(DataDirectory data, Secrets secrets, CompletableFuture<Void> lost) {
        var server =
                PostgresServer.start(cache(data), data.postgres(), 0, secrets.databasePassword(), Durability.DURABLE);
        DatabaseSetup.ensure(server, secrets.databasePassword());
        server.supervise(lost::completeExceptionally);
        return server;
    }

    /** In the user's cache, or beside the data for a user without a home. */
    private static Path cache(DataDirectory data) {
        var cache = Cache.directory();
        var existing = cache;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.isWritable(existing) ? cache : data.root().resolve("programs");
    }

    private static <T> T await(CompletableFuture<T> server) {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void stop(CompletableFuture<? extends AutoCloseable> server) {
        try {
            server.join().close();
        } catch (CompletionException e) {
            // It never started, and whoever waited for it has said so.
        } catch (Exception e) {
            System.err.println("mita: " + Causes.root(e));
        }
    }
}
