package app.mita.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledServersTest {

    private static final int ENOUGH = 200;

    @Test
    void nothingAcknowledgedIsLostAndNoServerIsDoubled(@TempDir Path directory) throws Exception {
        int acknowledged;
        try (var forked = ForkedServers.over(directory)) {
            acknowledged = forked.killAfter(ENOUGH);
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
        long orphan = postmaster(directory);
        assertThat(ProcessHandle.of(orphan))
                .as("the killed JVM's server lives on")
                .isPresent();

        try (var postgres = PostgresServer.start(
                Cache.directory(), ForkedServers.postgres(directory), 0, ForkedServers.PASSWORD, Durability.DURABLE)) {
            await("end of the orphan").until(() -> ProcessHandle.of(orphan).isEmpty());
            assertThat(numbersOf(postgres)).containsAll(upTo(acknowledged));
        }
        assertThat(directory.resolve("postgresql/data/postmaster.pid")).doesNotExist();
        try (var kafka = KafkaServer.start(ForkedServers.kafka(directory), 0)) {
            assertThat(numbersOf(kafka, acknowledged))
                    .startsWith(upTo(acknowledged).toArray(Integer[]::new));
        }
    }

    private static long postmaster(Path directory) throws Exception {
        var pid = Files.readAllLines(directory.resolve("postgresql/data/postmaster.pid"));
        return Long.parseLong(pid.getFirst());
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Integer> numbersOf(PostgresServer postgres) throws Exception {
        var numbers = new ArrayList<Integer>();
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from number order by n")) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    private static List<Integer> numbersOf(KafkaServer kafka, int atLeast) {
        var numbers = new ArrayList<Integer>();
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(ForkedServers.TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (numbers.size() < atLeast) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> numbers.add(Integer.valueOf(r.value())));
            }
        }
        return numbers;
    }
}
