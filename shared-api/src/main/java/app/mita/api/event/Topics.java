package app.mita.api.event;

import java.time.Duration;

/** Names of the topics on Kafka, unless configured otherwise. Each is described in {@code docs/events}. */
public final class Topics {

    /** Every event, keyed by user, kept for ever. */
    public static final String EVENTS = "mita.events";

    /** What was spent by user, day and category; compacted, so that it holds the present facts alone. */
    public static final String DAILY_SPENDING = "mita.daily-spending";

    /** How long a record without a value stays there: who reads at least this often hears of every fact that is gone. */
    public static final Duration TOMBSTONES = Duration.ofDays(7);

    /** How long a fact that is not the present one may stay there; a deleted account's are gone by then. */
    public static final Duration COMPACTION = Duration.ofDays(1);

    private Topics() {}
}
