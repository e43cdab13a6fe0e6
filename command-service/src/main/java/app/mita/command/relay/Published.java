package app.mita.command.relay;

/**
 * An event that Kafka holds, committed.
 *
 * @param position in the log; 0 for none at all
 * @param id       of the event; empty for none
 */
record Published(long position, String id) {

    static final Published NOTHING = new Published(0, "");

    static Published later(Published one, Published other) {
        return one.position >= other.position ? one : other;
    }
}
