package app.mita.command.relay;

import java.util.concurrent.atomic.AtomicLong;

/** How far the relay is, for operators. Written by the relay, read by any thread. */
final class RelayStatus {

    private final AtomicLong head = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile long position = -1;
    private volatile boolean leading;

    /** This node begins to publish after a position. */
    void leads(long tail) {
        reached(tail);
        leading = true;
    }

    void yields() {
        leading = false;
    }

    void published(long last, int events) {
        reached(last);
        sent.addAndGet(events);
    }

    void headIs(long known) {
        head.accumulateAndGet(known, Math::max);
    }

    boolean leading() {
        return leading;
    }

    /** Of the last event that this node knows to be on Kafka; -1 before it ever led. */
    long position() {
        return position;
    }

    /** Events that are in the log and not on Kafka, as far as this node knows. */
    long lag() {
        return Math.max(0, head.get() - Math.max(0, position));
    }

    /** Events that this process has published. */
    long sent() {
        return sent.get();
    }

    private void reached(long last) {
        position = last;
        headIs(last);
    }
}
