package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again at what is wanted of this node, which is rows that operators change on any node: what is to be
 * folded live, what is to be built beside it, what is to be swept away. While the database is away it waits.
 */
final class Supervision implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final List<? extends ReadModel<?>> models;
    private final Consumer<List<Member>> live;
    private final Registry registry;
    private final Generations generations;
    private final Presence presence;
    private final Builds builds;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stop = new CountDownLatch(1);
    private long toldAt;

    /**
     * @param machinery beside what is live
     * @param live      told what is to be folded live
     */
    Supervision(Machinery machinery, List<? extends ReadModel<?>> models, Consumer<List<Member>> live) {
        this.models = models;
        this.live = live;
        this.registry = machinery.registry();
        this.generations = new Generations(machinery.connections(), machinery.me());
        this.presence = new Presence(machinery);
        this.builds = new Builds(machinery);
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        try {
            while (!stop.await(EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
                if (backoff.due()) {
                    attempt();
                }
            }
        } catch (InterruptedException | Awaiting.InterruptedEngineException stopped) {
            log.debug("stopped while waiting");
        } finally {
            leave();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            look();
            backoff.succeeded();
        } catch (Awaiting.InterruptedEngineException stopping) {
            throw stopping;
        } catch (RuntimeException failure) {
            backoff.failed();
            log.warn("looks again for what is wanted in {}: {}", backoff.left(), failure.toString());
            log.debug("failed", failure);
        }
    }

    private void look() throws InterruptedException {
        if (toldAt == 0 || System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
            await(presence.tell(models));
            toldAt = System.nanoTime();
        }
        live.accept(Objects.requireNonNull(await(registry.members(models))));
        builds.look(models);
        await(generations.sweep(models.stream().map(ReadModel::name).toList()));
    }

    private void leave() {
        builds.stop();
        try {
            await(presence.leave());
        } catch (RuntimeException away) {
            log.debug("left without a word", away);
        }
    }
}
