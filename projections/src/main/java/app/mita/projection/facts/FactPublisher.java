package app.mita.projection.facts;

import app.mita.projection.facts.FactFold.Changed;
import app.mita.projection.facts.FactStore.Progress;
import app.mita.projection.topic.PlacesInTopic;
import app.mita.runtime.personal.EventCodec;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Reads events and publishes the facts that they change. Kafka comes first: facts and offsets are committed in one
 * transaction, then the database follows. So the database may be behind Kafka and never ahead. Where it is ahead, or empty,
 * or the topic of facts is, it is not known what was told: events are folded silently to the end of the partition, then each
 * present fact is published once.
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
    private final FactReader reader;
    private final FactTelling telling;
    private final FactWriter writer;
    private final Map<Integer, Place> places = new HashMap<>();
    private volatile boolean stopped;

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
        var topicId = clients.topicId();
        this.consumer = clients.consumer();
        this.reader = new FactReader(consumer, clients, settings.topic(), topicId);
        this.telling = new FactTelling(clients, store, settings.dailySpendingTopic());
        this.writer = new FactWriter(clients.producer(), settings.dailySpendingTopic(), metrics);
    }

    /** Returns after {@link #stop}; throws when it cannot go on. */
    void run() throws InterruptedException {
        writer.begin();
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
        writer.close();
        clients.close();
    }

    private void step() throws InterruptedException {
        try {
            var work = new ArrayList<Work>();
            reader.poll(POLL).forEach((partition, records) -> work.add(work(partition, records)));
            if (!work.isEmpty()) {
                publish(work);
                work.forEach(this::store);
            }
            tellWhatIsUntold();
            metrics.lag(lag());
        } catch (WakeupException stopping) {
            log.debug("told to stop");
        }
    }

    private Work work(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var place = Objects.requireNonNull(places.get(partition));
        var events = new ArrayList<FactEvent>();
        long position = place.stored().position();
        for (var record : records) {
            long at = PlacesInTopic.positionOf(record);
            if (at > position) {
                position = at;
                read(record, at, events);
            }
        }
        var fold = new FactFold(await(store.find(keys(events), deleted(events))));
        long silent = place.told() ? place.published() : Long.MAX_VALUE;
        events.stream().filter(event -> event.position() <= silent).forEach(fold::apply);
        var known = fold.changes();
        events.stream().filter(event -> event.position() > silent).forEach(fold::apply);
        var news = fold.changes();
        var reached = new Progress(records.getLast().offset() + 1, position);
        return new Work(partition, place, reached, latest(known, news), news);
    }

    /** An event that is damaged changes nothing: the facts of everybody else go on. */
    private void read(ConsumerRecord<byte[], byte[]> record, long position, List<FactEvent> events) {
        try {
            var event = FactEvent.read(record, position, codec);
            if (event != null) {
                events.add(event);
            }
        } catch (LaterEvent later) {
            throw later;
        } catch (RuntimeException unreadable) {
            log.error("facts pass over event {}, which cannot be read", position, unreadable);
            metrics.passedOver();
        }
    }

    private void publish(List<Work> work) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var one : work) {
            if (one.from.told() && one.to.position() > one.from.published()) {
                offsets.put(partition(one.partition), reached(one.to));
            }
        }
        if (!offsets.isEmpty()) {
            var facts = work.stream().flatMap(one -> records(one.partition, one.published));
            writer.commit(facts.toList(), offsets, consumer.groupMetadata());
        }
    }

    private void store(Work work) {
        store(work.partition, work.from.epoch(), work.from.kept(work.to), work.stored);
        places.replace(work.partition, work.from.movedTo(work.to));
    }

    private void store(int partition, long epoch, Progress to, List<Changed> changes) {
        if (!await(store.store(partition, epoch, to, changes))) {
            throw new IllegalStateException("partition " + partition + " was taken over");
        }
    }

    private void tellWhatIsUntold() {
        for (var one : List.copyOf(places.entrySet())) {
            var untold = one.getValue().untold();
            if (untold != null && reader.next(one.getKey()) >= untold) {
                tell(one.getKey(), one.getValue());
            }
        }
    }

    /** Until the last step it is not known to be told, so whoever takes over meanwhile tells it again. */
    private void tell(int partition, Place place) {
        var group = consumer.groupMetadata();
        telling.tell(
                partition,
                facts(partition),
                page -> writer.commit(records(partition, page).toList(), Map.of(), group));
        var reached = new Progress(reader.next(partition), place.stored().position());
        writer.commit(List.of(), Map.of(partition(partition), reached(reached)), group);
        store(partition, place.epoch(), reached, List.of());
        places.replace(partition, place.movedTo(reached).toldNow());
    }

    private Stream<ProducerRecord<byte[], byte[]>> records(int partition, List<Changed> changes) {
        return changes.stream().map(change -> writer.record(facts(partition), change));
    }

    private static OffsetAndMetadata reached(Progress to) {
        return new OffsetAndMetadata(to.offset(), Long.toString(to.position()));
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
            enter(
                    partition.partition(),
                    published(committed.get(partition)),
                    empty.contains(facts(partition.partition())));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> {
            places.remove(partition.partition());
            reader.leave(partition.partition());
        });
    }

    /** @param isEmpty whether nothing was ever written to the partition of the facts */
    private void enter(int number, long committed, boolean isEmpty) {
        var claim = await(store.claim(number));
        var stored = claim.progress();
        boolean hasFacts = await(store.hasFacts(number));
        if (stored.position() == 0 && hasFacts) {
            // Nobody knows which events are in them.
            stored = await(store.forget(number).thenReturn(Progress.NONE));
            hasFacts = false;
        }
        boolean known =
                stored.offset() > 0 && !(isEmpty && hasFacts) && !(committed > 0 && committed < stored.position());
        if (!known) {
            if (hasFacts) {
                log.warn("facts of partition {} are published anew: Kafka knows less than the database", number);
            }
            store(number, claim.epoch(), new Progress(0, stored.position()), List.of());
        }
        // Who committed more into a topic of facts that is empty now has told nobody.
        long published = isEmpty ? stored.position() : Math.max(committed, stored.position());
        places.put(number, new Place(claim.epoch(), stored, published, known ? null : reader.end(number)));
        reader.enter(number, stored);
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
    static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.toFuture()
                .orTimeout(DATABASE.toMillis(), TimeUnit.MILLISECONDS)
                .join());
    }
}
