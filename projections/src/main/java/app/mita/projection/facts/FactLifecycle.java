package app.mita.projection.facts;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Publishes facts while the application runs, on a thread of its own. Whatever is away is waited for. */
final class FactLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FactLifecycle.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Publishers publishers;
    private final FactMetrics metrics;
    private CountDownLatch stop = new CountDownLatch(0);
    private volatile @Nullable FactPublisher publishing;
    private @Nullable Thread thread;

    /** Makes one for each try. */
    interface Publishers {
        FactPublisher make() throws InterruptedException;
    }

    FactLifecycle(Publishers publishers, FactMetrics metrics) {
        this.publishers = publishers;
        this.metrics = metrics;
    }

    @Override
    public synchronized void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("daily-spending").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stop.countDown();
        var running = publishing;
        if (running != null) {
            running.stop();
        }
        try {
            if (thread != null && !thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (stop.getCount() > 0) {
            long began = System.nanoTime();
            try (var publisher = publishers.make()) {
                publishing = publisher;
                if (stop.getCount() > 0) {
                    publisher.run();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (FencedInstanceIdException other) {
                log.error("another process publishes facts under this instance's name: stopped here", other);
                return;
            } catch (RuntimeException failure) {
                metrics.failed();
                boolean ranLong = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = ranLong ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                log.info("facts are tried again in {}: {}", pause, failure.toString());
                log.debug("facts", failure);
            } finally {
                publishing = null;
            }
            if (!paused(pause)) {
                return;
            }
        }
    }

    private boolean paused(Duration time) {
        try {
            return !stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
