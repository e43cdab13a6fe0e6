package app.mita.command.relay;

import app.mita.command.eventstore.EventLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/**
 * Runs the relay on a thread of its own while the application runs. Starts before the web server and stops after it, so
 * that the last writes still find their read models moving.
 */
final class RelayLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLifecycle.class);
    private static final long STOP_MS = 5_000;

    private final Relay relay;
    private final EventLog log;
    private final RelayStatus status;
    private @Nullable Thread thread;
    private @Nullable Disposable heads;

    RelayLifecycle(Relay relay, EventLog log, RelayStatus status) {
        this.relay = relay;
        this.log = log;
        this.status = status;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("mita-relay").start(relay);
            heads = log.heads()
                    .subscribe(
                            head -> {
                                status.headIs(head);
                                relay.wake();
                            },
                            failure -> LOG.warn(
                                    "The relay is not told of new events any more and polls for them", failure));
        }
    }

    /** A relay is not restarted: a context that stops makes a new one when it begins again. */
    @Override
    public synchronized void stop() {
        if (thread == null || heads == null) {
            return;
        }
        heads.dispose();
        relay.stop();
        try {
            if (!thread.join(Duration.ofMillis(STOP_MS))) {
                thread.interrupt();
                thread.join(Duration.ofMillis(STOP_MS));
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
