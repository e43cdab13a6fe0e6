package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.projection.facts.FactFold.Changed;
import app.mita.projection.facts.FactStore.Progress;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;

/**
 * Reads events and publishes the facts that they change. Kafka comes first: facts and offsets are committed in one
 * transaction, then the database follows. So the database may be behind Kafka and never ahead; where it is ahead, Kafka
 * has lost data, and the partition is folded from its beginning.
 *
 * <p>Used by one thread; after a failure a new one takes over.
 */
final class FactPublisher implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FactPublisher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration DATABASE = Duration.ofSeconds(30);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final FactSettings settings;
    private final FactClients clients;
    private final FactStore store;
    private final FactMetrics metrics;
    private final EventCodec codec;
    private final int partitions;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final ObjectWriter json = MitaJson.mapper().writerFor(DailySpending.class);
    private final Map<Integer, Place> places = new HashMap<>();
    private volatile boolean stopped;

    /**
     * Where a partition is.
     *
     * @param epoch     of this publisher's claim
     * @param stored    in the database
     * @param published position of the last event whose facts are on Kafka
     */
    private record Place(long epoch, Progress stored, long published) {}

    /** What a partition's events come to. */
    private record Work(int partition, Place from, Progress to, List<Changed> stored, List<Changed> published) {}

    FactPublisher(FactSettings settings, FactClients clients, FactStore store, FactMetrics metrics, EventCodec codec)
            throws InterruptedException {
        this.settings = settings;
        this.clients = clients;
        this.store = store;
        this.metrics = metrics;
        this.codec = codec;
        this.partitions = clients.ensureTopic();
        this.producer = clients.producer();
        this.consumer = clients.consumer();
    }

    /** Returns after {@link #stop}; throws when it cannot go on. */
    void run() {
        producer.initTransactions();
        consumer.subscribe(List.of(settings.topic()), this);
        while (!stopped) {
            step();
        }
    }

    /** From any thread. */
    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
        producer.close(CLOSE);
    }

    private void step() {
        try {
            var records = consumer.poll(POLL);
            var work = new ArrayList<Work>();
            for (var partition : records.partitions()) {
                work.add(work(partition.partition(), records.records(partition)));
            }
            if (!work.isEmpty()) {
                publish(work);
                work.forEach(this::store);
            }
            metrics.lag(lag());
        } catch (WakeupException stopping) {
            log.debug("told to stop");
        }
    }

    private Work work(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var place = Objects.requireNonNull(places.get(partition));
        var events = new ArrayList<FactEvent>();
        long position = place.stored.position();
        for (var record : records) {
            long at = FactEvent.positionOf(record);
            if (at > position) {
                position = at;
                read(record, at, events);
            }
        }
        var fold = new FactFold(await(store.find(keys(events), deleted(events))));
        events.stream().filter(event -> event.position() <= place.published).forEach(fold::apply);
        var known = fold.changes();
        events.stream().filter(event -> event.position() > place.published).forEach(fold::apply);
        var news = fold.changes();
        var reached = new Progress(records.getLast().offset() + 1, position);
        return new Work(partition, place, reached, latest(known, news), news);
    }

    /** An event that cannot be read changes nothing: the facts of everybody else go on. */
    private void read(ConsumerRecord<byte[], byte[]> record, long position, List<FactEvent> events) {
        try {
            var event = FactEvent.read(record, position, codec);
            if (event != null) {
                events.add(event);
            }
        } catch (RuntimeException unreadable) {
            log.error("facts pass over event {}, which cannot be read", position, unreadable);
            metrics.passedOver();
        }
    }

    private void publish(List<Work> work) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var one : work) {
            if (one.to.position() > one.from.published) {
                var reached = Long.toString(one.to.position());
                offsets.put(partition(one.partition), new OffsetAndMetadata(one.to.offset(), reached));
            }
        }
        if (offsets.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        try {
            for (var one : work) {
                one.published.forEach(change -> producer.send(record(facts(one.partition), change)));
            }
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
        } catch (RuntimeException failure) {
            abort();
            throw failure;
        }
        metrics.published(work.stream().mapToInt(one -> one.published.size()).sum());
    }

    /** Else nobody could read on until it times out. */
    private void abort() {
        try {
            producer.abortTransaction();
        } catch (RuntimeException gone) {
            log.debug("the transaction is left to the broker", gone);
        }
    }

    private void store(Work work) {
        if (!await(store.store(work.partition, work.from.epoch, work.to, work.stored))) {
            throw new IllegalStateException("partition " + work.partition + " was taken over");
        }
        long published = Math.max(work.from.published, work.to.position());
        places.replace(work.partition, new Place(work.from.epoch, work.to, published));
    }

    private ProducerRecord<byte[], byte[]> record(int partition, Changed change) {
        var key = change.key().toString();
        var value = change.fact() == null ? null : json.writeValueAsBytes(change.fact());
        return new ProducerRecord<>(
                settings.dailySpendingTopic(), partition, key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        var committed = consumer.committed(Set.copyOf(assigned));
        var empty = clients.empty(
                assigned.stream().map(partition -> facts(partition.partition())).collect(Collectors.toSet()));
        for (var partition : assigned) {
            enter(partition, published(committed.get(partition)), empty.contains(facts(partition.partition())));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> places.remove(partition.partition()));
    }

    private void enter(TopicPartition partition, long committed, boolean isEmpty) {
        int number = partition.partition();
        var claim = await(store.claim(number));
        var stored = claim.progress();
        long published = isEmpty ? publishedInEmpty(number, committed, stored) : committed;
        if (stored.position() > published) {
            log.warn("facts of partition {} are made anew: Kafka knows less than the database", number);
            stored = await(store.forget(number).thenReturn(Progress.NONE));
        }
        places.put(number, new Place(claim.epoch(), stored, published));
        consumer.seek(partition, stored.offset());
    }

    /**
     * A topic of facts that holds nothing, though there are facts, was made anew: nothing has been published there. When
     * there are none, nothing needed to be, as far as the database knows.
     */
    private long publishedInEmpty(int number, long committed, Progress stored) {
        return await(store.hasFacts(number)) ? 0 : Math.min(committed, stored.position());
    }

    /** As it was committed; 0 for what somebody else has committed. */
    private static long published(@Nullable OffsetAndMetadata offset) {
        return offset != null && offset.metadata().matches("[0-9]{1,18}") ? Long.parseLong(offset.metadata()) : 0;
    }

    private long lag() {
        return places.keySet().stream()
                .mapToLong(number -> consumer.currentLag(partition(number)).orElse(0))
                .sum();
    }

    /** Each key once, as it is at last. */
    private static List<Changed> latest(List<Changed> earlier, List<Changed> later) {
        var latest = new HashMap<FactKey, Changed>();
        earlier.forEach(change -> latest.put(change.key(), change));
        later.forEach(change -> latest.put(change.key(), change));
        return List.copyOf(latest.values());
    }

    private static Set<FactKey> keys(Collection<FactEvent> events) {
        return events.stream().flatMap(event -> event.keys().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> deleted(Collection<FactEvent> events) {
        return events.stream()
                .filter(FactEvent::deletesAccount)
                .map(event -> event.payload().user())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The partition of the facts' topic that those of this one's events go to. */
    private int facts(int partition) {
        return partition % partitions;
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(settings.topic(), number);
    }

    /** The publisher's thread is its own and may wait. */
    private static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.toFuture()
                .orTimeout(DATABASE.toMillis(), TimeUnit.MILLISECONDS)
                .join());
    }
}
