package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** People who write down what they spend as fast as they are answered, and remember what was acknowledged. */
final class Writers {

    private final Map<Person, Map<String, Double>> acknowledged = new ConcurrentHashMap<>();

    private Writers() {}

    static Writers onboarded(int people, Api api) {
        var writers = new Writers();
        IntStream.range(0, people)
                .forEach(_ -> writers.acknowledged.put(Person.onboarded(api), new ConcurrentHashMap<>()));
        return writers;
    }

    interface Meanwhile {
        void happens() throws Exception;
    }

    /** Writes until what happens meanwhile has happened. */
    void write(Meanwhile meanwhile) throws Exception {
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            acknowledged.forEach((person, known) -> threads.submit(() -> write(person, known, writing)));
            try {
                meanwhile.happens();
            } finally {
                writing.set(false);
            }
        }
    }

    /** Waits until each has so many acknowledged writes more. */
    void awaitMore(int writes, Duration atMost) {
        var enough = acknowledged.values().stream()
                .map(known -> known.size() + writes)
                .toList();
        await().atMost(atMost).until(() -> {
            var now = acknowledged.values().stream().map(Map::size).toList();
            return IntStream.range(0, now.size()).allMatch(i -> now.get(i) >= enough.get(i));
        });
    }

    /** What was acknowledged is there, and every screen agrees with the list. An unacknowledged write may be there too. */
    void assertNothingLost() {
        acknowledged.forEach(Writers::assertWhole);
    }

    private static void write(Person person, Map<String, Double> acknowledged, AtomicBoolean writing) {
        for (int n = 0; writing.get(); n++) {
            try {
                var amount = 1 + n % 7 / 100.0;
                var answer = person.api()
                        .post("/api/transactions/", "{\"amount\": %s, \"category\": \"food\"}".formatted(amount));
                if (answer.status() == 201) {
                    acknowledged.put(answer.data().path("id").asString(), amount);
                }
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private static void assertWhole(Person person, Map<String, Double> acknowledged) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var list = new TreeMap<String, Double>();
            var ids = List.copyOf(listed(person, list));
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(list).containsAllEntriesOf(acknowledged);
            var cents = list.values().stream()
                    .mapToLong(amount -> Math.round(amount * 100))
                    .sum();
            assertThat(Math.round(person.dashboard().path("balance").asDouble() * 100))
                    .isEqualTo(600_000 - cents);
        });
    }

    /** @return the ids as they come */
    private static List<String> listed(Person person, Map<String, Double> amounts) {
        var answer = person.api().get("/api/transactions/?limit=1000");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data()
                .valueStream()
                .map(transaction -> {
                    var id = transaction.path("id").asString();
                    amounts.put(id, transaction.path("amount").asDouble());
                    return id;
                })
                .toList();
    }
}
