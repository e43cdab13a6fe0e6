package app.mita.command.relay;

import app.mita.command.eventstore.EventStoreUnavailable;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** The time during which the relay cannot publish: told once when it begins and once when it is over. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long MAX_PAUSE_MS = 2_000;

    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable String reason;
    private long beganAt;
    private long pauseMs = FIRST_PAUSE_MS;

    /** @return how long to wait before the next try: doubled each time, with a random part */
    Duration failed(Throwable failure) {
        failures.incrementAndGet();
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (reason == null) {
            beganAt = System.nanoTime();
            if (isOfOthers(failure) || isOfOthers(cause)) {
                LOG.warn("The relay pauses and will try until it works: {}", cause.toString());
            } else {
                LOG.warn("The relay pauses and will try until it works", failure);
            }
        } else {
            LOG.debug("The relay failed again", failure);
        }
        reason = cause.toString();
        long pause = pauseMs;
        pauseMs = Math.min(MAX_PAUSE_MS, 2 * pauseMs);
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    void over() {
        if (reason != null) {
            reason = null;
            pauseMs = FIRST_PAUSE_MS;
            LOG.info("The relay works again, after {} ms", (System.nanoTime() - beganAt) / 1_000_000);
        }
    }

    /** Why nothing is published; null when all is well. May be asked by any thread. */
    @Nullable
    String reason() {
        return reason;
    }

    /** Tries that failed, since the start. */
    long failures() {
        return failures.get();
    }

    /** Faults outside this program, whose stack says nothing. */
    private static boolean isOfOthers(Throwable cause) {
        return cause instanceof KafkaException
                || cause instanceof R2dbcException
                || cause instanceof TimeoutException
                || cause instanceof IOException
                || cause instanceof EventStoreUnavailable
                || cause instanceof TopicOfAnotherLog;
    }
}
