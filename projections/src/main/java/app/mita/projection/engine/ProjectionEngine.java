package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the projections from start to stop of the application, come what may: a database or a broker that is away, or not
 * there yet, is waited for. Starting waits for nothing.
 */
final class ProjectionEngine implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionEngine.class);

    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Machinery machinery;
    private final List<? extends ReadModel<?>> models;
    private final CatchUp catchUp;
    private final Backoff backoff = new Backoff();
    private volatile @Nullable LiveConsumer live;
    private volatile boolean stopping;
    private @Nullable Thread liveThread;
    private @Nullable Thread catchUpThread;
    private @Nullable Thread supervisionThread;
    private @Nullable Supervision supervision;

    ProjectionEngine(Machinery machinery, List<? extends ReadModel<?>> models) {
        this.machinery = machinery;
        this.models = models;
        this.catchUp = new CatchUp(machinery);
    }

    @Override
    public void start() {
        stopping = false;
        liveThread = Thread.ofPlatform().name("projections").daemon().start(this::run);
        catchUpThread = Thread.ofVirtual().name("projections-catch-up").start(this::catchUp);
        supervision = new Supervision(machinery.aside(), models, this::compare);
        supervisionThread = Thread.ofVirtual().name("projections-supervision").start(supervision);
    }

    @Override
    public void stop() {
        stopping = true;
        catchUp.stop();
        if (supervision != null) {
            supervision.stop();
        }
        var consuming = live;
        if (consuming != null) {
            consuming.stop();
        }
        join(liveThread);
        join(catchUpThread);
        join(supervisionThread);
    }

    @Override
    public boolean isRunning() {
        return liveThread != null && liveThread.isAlive();
    }

    private void run() {
        try {
            while (!stopping) {
                attempt();
            }
        } catch (InterruptedException stopped) {
            log.debug("stopped while waiting");
        } finally {
            machinery.status().stopped();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            await(machinery.registry().register(models));
            if (Objects.requireNonNull(await(machinery.registry().othersServeOlder(models, machinery.me())))) {
                log.info("others serve what this code has changed: it is built before this node joins them");
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
                return;
            }
            var consuming = new LiveConsumer(machinery, models, catchUp);
            live = consuming;
            if (stopping) {
                consuming.stop();
            }
            backoff.succeeded();
            consuming.run();
        } catch (FencedInstanceIdException other) {
            log.error("another process runs the projections under this instance's name: stopped here", other);
            machinery.status().failed(other);
            stopping = true;
        } catch (Awaiting.InterruptedEngineException stopped) {
            stopping = true;
        } catch (RuntimeException failure) {
            backoff.failed();
            log.warn("projections start again in {}", backoff.left(), failure);
            machinery.status().failed(failure);
            TimeUnit.NANOSECONDS.sleep(backoff.left().toNanos());
        }
    }

    private void catchUp() {
        try {
            catchUp.run(partition -> {
                var consuming = live;
                if (consuming != null) {
                    consuming.caughtUp(partition);
                }
            });
        } catch (InterruptedException stopped) {
            log.debug("stopped while waiting");
        }
    }

    private void compare(List<Member> members) {
        var consuming = live;
        if (consuming != null) {
            consuming.compare(members);
        }
    }

    private static void join(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
