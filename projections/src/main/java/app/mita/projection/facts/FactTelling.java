package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.projection.facts.FactFold.Changed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to say of a partition's facts, when it is not known what Kafka was told: each present fact, and the
 * end of each that the topic holds and the database does not. The same facts told twice are the same facts.
 */
final class FactTelling {

    private static final int PAGE = 1000;
    private static final Duration POLL = Duration.ofMillis(500);

    private final FactClients clients;
    private final FactStore store;
    private final String topic;

    FactTelling(FactClients clients, FactStore store, String topic) {
        this.clients = clients;
        this.store = store;
        this.topic = topic;
    }

    /** @param teller is given them in pages */
    void tell(int partition, int factsPartition, Consumer<List<Changed>> teller) {
        ended(factsPartition, teller);
        @Nullable FactKey last = null;
        while (true) {
            List<DailySpending> facts = FactPublisher.await(store.page(partition, last, PAGE));
            if (facts.isEmpty()) {
                return;
            }
            teller.accept(facts.stream()
                    .map(fact -> new Changed(FactKey.of(fact), fact, fact.position()))
                    .toList());
            last = FactKey.of(facts.getLast());
        }
    }

    private void ended(int factsPartition, Consumer<List<Changed>> teller) {
        try (var reader = clients.reader()) {
            var partition = new TopicPartition(topic, factsPartition);
            reader.assign(Set.of(partition));
            reader.seekToBeginning(Set.of(partition));
            // Of what is written: a commit comes back before the partition knows of it.
            long end = clients.end(factsPartition);
            while (reader.position(partition) < end) {
                var keys = new HashSet<FactKey>();
                for (var record : reader.poll(POLL)) {
                    var key = FactKey.read(new String(record.key(), StandardCharsets.UTF_8));
                    if (record.value() == null) {
                        keys.remove(key);
                    } else {
                        keys.add(key);
                    }
                }
                var gone = gone(keys);
                if (!gone.isEmpty()) {
                    teller.accept(gone);
                }
            }
        }
    }

    private List<Changed> gone(Set<FactKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var present = FactPublisher.await(store.find(keys, Set.of())).stream()
                .map(FactKey::of)
                .collect(Collectors.toSet());
        var gone = new ArrayList<Changed>();
        keys.stream().filter(key -> !present.contains(key)).forEach(key -> gone.add(new Changed(key, null, 0)));
        return gone;
    }
}
