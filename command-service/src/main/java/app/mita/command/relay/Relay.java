package app.mita.command.relay;

import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Publishes the log to Kafka, each event exactly once and in order.
 *
 * <p>A leader takes over in three steps: it fences every earlier producer (whose open transaction is thereby aborted
 * or, if it was being committed, completed), finds the last event that is committed in Kafka, and goes on after it in
 * the log. Then it publishes page after page, each in one transaction. Nothing else is remembered anywhere, so there is
 * one answer to every failure: leave the lead and begin again.
 */
final class Relay implements Runnable {

    /** Events in one transaction at most: bounds memory, and the time until the first of them can be read. */
    static final int MAX_PAGE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration STANDBY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /**
     * From one transaction's beginning to the next one's: what a burst appends meanwhile shares the next, which costs the
     * broker the same for one event as for many. The first event after a pause waits for nobody.
     */
    private static final Duration PACE = Duration.ofMillis(10);

    private final EventLog log;
    private final Leadership leadership;
    private final KafkaClients clients;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final EventTopic topic;
    private final Republishing republishing;
    private final String topicName;
    private final RelayStatus status;
    private final Outage outage;
    private final RelayTraces traces;
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private long lookedAt = System.nanoTime();

    Relay(
            EventLog log,
            Leadership leadership,
            KafkaClients clients,
            Supplier<Producer<byte[], byte[]>> producers,
            RelayProperties properties,
            Republishing republishing,
            RelayStatus status,
            Outage outage,
            RelayTraces traces) {
        this.log = log;
        this.leadership = leadership;
        this.clients = clients;
        this.producers = producers;
        this.topic = new EventTopic(clients, properties);
        this.topicName = properties.topic();
        this.republishing = republishing;
        this.status = status;
        this.outage = outage;
        this.traces = traces;
    }

    /** There may be something new in the log. */
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Asks {@link #run} to return after what it is doing. */
    void stop() {
        stop.countDown();
        news.release();
    }

    /** Relays until {@link #stop} or an interruption. */
    @Override
    public void run() {
        try {
            while (!stopping()) {
                try {
                    compete();
                } catch (InterruptedException | InterruptException interrupted) {
                    throw interrupted;
                } catch (Throwable failure) {
                    pause(outage.failed(failure));
                }
            }
        } catch (InterruptedException | InterruptException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void compete() throws Exception {
        try (Leadership.Term term = leadership.claim()) {
            if (term == null) {
                outage.over();
                pause(STANDBY);
            } else {
                lead(term);
            }
        } finally {
            status.yields();
        }
    }

    private void lead(Leadership.Term term) throws Exception {
        Producer<byte[], byte[]> producer = producers.get();
        try {
            producer.initTransactions();
            // Not before: what an earlier leader wrote into a fresh topic would pass for the end of all before it.
            makeAnewIfWanted();
            int partitions = topic.ensure();
            long position = resume(partitions);
            LOG.atLevel(outage.reason() == null ? Level.INFO : Level.DEBUG)
                    .log("Relaying to {} after position {}", topicName, position);
            // Without the lead nobody deletes the topic, and whoever begins to lead looks first: so it ends here.
            while (!stopping() && term.holds() && !republishIsDue(position)) {
                long begun = System.nanoTime();
                List<StoredEvent> page = read(position);
                if (!page.isEmpty()) {
                    publish(producer, page, partitions);
                    position = page.getLast().position();
                    status.published(position, page.size());
                }
                outage.over();
                if (page.isEmpty() || status.lag() == 0) {
                    awaitNews();
                }
                pause(PACE.minusNanos(System.nanoTime() - begun));
            }
        } finally {
            // At once: an open transaction is for the next leader to abort.
            producer.close(Duration.ZERO);
        }
    }

    /**
     * Whether the topic has to be made anew; tells how far it is when it has been. Looked at now and then only: while there
     * is much to publish, a wish can wait for a second.
     */
    private boolean republishIsDue(long position) throws Exception {
        long now = System.nanoTime();
        if (now - lookedAt < IDLE.toNanos()) {
            return false;
        }
        lookedAt = now;
        Republishing.Wish wish = republishing.wanted();
        if (wish == null) {
            return false;
        }
        if (wish.replaced() == null) {
            return true;
        }
        republishing.reached(wish, position);
        return false;
    }

    private void makeAnewIfWanted() throws Exception {
        Republishing.Wish wish = republishing.wanted();
        if (wish == null) {
            return;
        }
        Uuid replaced = wish.replaced();
        if (replaced == null) {
            Long head = Patience.await(log.head());
            wish = republishing.begun(wish.operation(), topic.id(), head == null ? 0 : head);
            replaced = Objects.requireNonNull(wish.replaced());
            LOG.warn("Making Kafka topic {} anew, as an operator wants it (operation {})", topicName, wish.operation());
        }
        topic.makeAnew(replaced);
    }

    /** Where Kafka ends, once no other producer can add to it. */
    private long resume(int partitions) throws Exception {
        Published tail;
        try (var consumer = clients.consumer()) {
            tail = new TopicTail(consumer, topicName, partitions).find();
        }
        if (tail.position() == 0) {
            republishing.fence();
        } else {
            List<StoredEvent> same = Patience.await(log.readAfter(tail.position() - 1, 1));
            if (same == null || same.isEmpty() || !isSame(same.getFirst(), tail)) {
                throw new TopicOfAnotherLog(topicName, tail);
            }
        }
        status.leads(tail.position());
        return tail.position();
    }

    private List<StoredEvent> read(long position) throws Exception {
        List<StoredEvent> page = Patience.await(log.readAfter(position, MAX_PAGE));
        if (page == null) {
            return List.of();
        }
        long expected = position;
        for (StoredEvent event : page) {
            if (event.position() != ++expected) {
                throw new IllegalStateException(
                        "The log gave position " + event.position() + " where " + expected + " was due");
            }
        }
        status.headIs(expected);
        return page;
    }

    private void publish(Producer<byte[], byte[]> producer, List<StoredEvent> page, int partitions) {
        var spans = traces.of(page);
        producer.beginTransaction();
        for (StoredEvent event : page) {
            producer.send(EventRecords.of(event, topicName, partitions));
        }
        // Flushes, and fails when any of the sends did.
        producer.commitTransaction();
        spans.forEach(span -> span.end(null));
    }

    private void awaitNews() throws InterruptedException {
        if (news.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private static boolean isSame(StoredEvent event, Published tail) {
        return event.position() == tail.position() && event.id().toString().equals(tail.id());
    }
}
