package app.mita.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a table of all spending by category, from the beginning of time, each event counted once: the table and the
 * offsets that it was made from are one file. Stop it and start it again whenever you like.
 *
 * <pre>{@code run [--once] [--bootstrap HOST:PORT] [--topic TOPIC] [--table FILE]}</pre>
 */
public final class SpendingByCategory {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SpendingByCategory() {}

    public static void main(String[] arguments) throws IOException {
        var options = new ArrayList<>(List.of(arguments));
        boolean once = options.remove("--once");
        var topic = option(options, "--topic", "mita.events");
        var file = Path.of(option(options, "--table", "spending-by-category.json"));
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                option(options, "--bootstrap", ""),
                // What a relay took back is not shown.
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            follow(consumer, topic, file, once);
        }
    }

    /** Without a group: one process reads all partitions, from where the table stands. */
    private static void follow(Consumer<byte[], byte[]> consumer, String topic, Path file, boolean once)
            throws IOException {
        var table = Table.load(file);
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, table.offset(partition.partition())));
        var ends = consumer.endOffsets(partitions);
        System.out.print(table);
        while (!once || partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                records.forEach(record -> apply(record, table));
                table.save(file);
                System.out.print(table);
            }
        }
    }

    private static void apply(ConsumerRecord<byte[], byte[]> record, Table table) {
        var header = record.headers().lastHeader("ce_type");
        var type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        switch (type) {
            case "app.mita.TransactionRecorded.v1" -> add(table, event(record).path("details"));
            case "app.mita.TransactionCorrected.v1" -> {
                remove(table, event(record).path("before"));
                add(table, event(record).path("after"));
            }
            case "app.mita.TransactionDeleted.v1" -> remove(table, event(record).path("last"));
            default -> {
                // Other events do not matter here; a version that we cannot read would make the table wrong.
                if (type.startsWith("app.mita.Transaction")) {
                    throw new IllegalStateException("this consumer is older than " + type);
                }
            }
        }
        table.moveTo(record.partition(), record.offset() + 1);
    }

    private static void add(Table table, JsonNode details) {
        table.add(details.path("category").asString(), 1, details.path("amount").decimalValue());
    }

    private static void remove(Table table, JsonNode details) {
        table.add(
                details.path("category").asString(),
                -1,
                details.path("amount").decimalValue().negate());
    }

    private static JsonNode event(ConsumerRecord<byte[], byte[]> record) {
        return JSON.readTree(record.value());
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }
}
