package app.mita.api.event;

/** Names of the topics on Kafka, unless configured otherwise. Each is described in {@code docs/events}. */
public final class Topics {

    /** Every event, keyed by user, kept for ever. */
    public static final String EVENTS = "mita.events";

    /** What was spent by user, day and category; compacted, so that it holds the present facts alone. */
    public static final String DAILY_SPENDING = "mita.daily-spending";

    private Topics() {}
}
