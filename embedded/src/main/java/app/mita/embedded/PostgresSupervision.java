package app.mita.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a server and starts it again, over the same data and on the same port, when it is gone although nobody of ours
 * stopped it. It never makes a new database: without its data the server is lost.
 */
final class PostgresSupervision {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervision.class);

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Before each try. Children of the dead server may need some time to end, a disk or a port to be free again. */
    private static final List<Duration> WAITS = Stream.of(0, 500, 1_000, 2_000, 4_000, 8_000, 15_000)
            .map(Duration::ofMillis)
            .toList();

    /** A server that ran for so long counts as brought back; one that dies sooner uses up a try. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private final PostgresPrograms programs;
    private final Consumer<EmbeddedServerException> lost;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "postgresql-supervision");
    private int tries;

    private PostgresSupervision(PostgresPrograms programs, Consumer<EmbeddedServerException> lost) {
        this.programs = programs;
        this.lost = lost;
    }

    /** @param lost told once, on the supervision's thread, when the server cannot be brought back */
    static PostgresSupervision begin(PostgresPrograms programs, Consumer<EmbeddedServerException> lost) {
        var supervision = new PostgresSupervision(programs, lost);
        supervision.thread.setDaemon(true);
        supervision.thread.start();
        return supervision;
    }

    /** Starts nothing any more from its return on; a start that is under way is waited for, so that it can be undone. */
    void end() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            var server = programs.running();
            var since = System.nanoTime();
            while (!isEndedWithin(LOOK)) {
                if (server.isPresent() && server.get().isAlive()) {
                    continue;
                }
                if (System.nanoTime() - since > STEADY.toNanos()) {
                    tries = 0;
                }
                server = broughtBack();
                since = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody of ours does that
        } catch (IOException | RuntimeException e) {
            lost.accept(new EmbeddedServerException("PostgreSQL is gone and cannot be brought back: " + reason(e), e));
        }
    }

    /**
     * The server that runs again; empty when the supervision has ended.
     *
     * @throws EmbeddedServerException after the last try
     */
    private Optional<Postmaster> broughtBack() throws IOException, InterruptedException {
        LOG.warn("PostgreSQL is gone though it was not stopped; starting it again");
        if (tries == WAITS.size()) {
            throw new EmbeddedServerException("It ends soon after each start; its log says why");
        }
        while (!isEndedWithin(WAITS.get(tries++))) {
            try {
                start();
                LOG.warn("PostgreSQL runs again");
                return programs.running();
            } catch (IOException | RuntimeException e) {
                if (tries == WAITS.size()) {
                    throw e;
                }
                LOG.warn("PostgreSQL does not start (try {} of {}): {}", tries, WAITS.size(), reason(e));
            }
        }
        return Optional.empty();
    }

    /** One that runs already is taken as it is: an operator's, or ours that is still recovering from a crash. */
    private void start() throws IOException {
        if (programs.running().isEmpty()) {
            programs.stopLeftover();
            programs.start();
        }
    }

    private boolean isEndedWithin(Duration wait) throws InterruptedException {
        return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String reason(Exception e) {
        return e instanceof IOException io ? Directories.reason(io) : String.valueOf(e.getMessage());
    }
}
