package app.mita.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a table of all spending by category, from the beginning of time, each event counted once: the table and the
 * places of the last events in it are one file. Stop it and start it again whenever you like.
 *
 * <pre>{@code run [--once] [--bootstrap HOST:PORT] [--topic TOPIC] [--table FILE]}</pre>
 */
public final class SpendingByCategory {

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
                // An offset that is not there says that the topic was made anew: no reason to count everything again.
                "auto.offset.reset",
                "none",
                "allow.auto.create.topics",
                false);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            follow(EventTopic.of(consumer, topic), file, once);
        } catch (AnotherLog another) {
            System.err.println("spending: " + another.getMessage() + "; to begin anew delete " + file);
            System.exit(1);
        }
    }

    /** Without a group: one process reads all partitions, from where the table stands. */
    private static void follow(EventTopic topic, Path file, boolean once) throws IOException {
        var table = Table.load(file);
        System.out.print(table);
        boolean ended = false;
        while (!ended) {
            try {
                ended = read(topic, table, file, once);
            } catch (OffsetOutOfRangeException madeAnew) {
                System.err.println("spending: the topic was made anew");
            }
        }
    }

    /** @return false when the topic was made anew meanwhile: the table is right, but its places have to be found again */
    private static boolean read(EventTopic topic, Table table, Path file, boolean once) throws IOException {
        var oldest = topic.oldest();
        topic.goAfter(table.places());
        var ends = topic.ends();
        while (!once || !topic.hasPassed(ends)) {
            var records = topic.poll();
            if (!records.isEmpty()) {
                // Looked at after the records were read, and before they count.
                if (!topic.oldest().equals(oldest)) {
                    return false;
                }
                records.forEach(record -> apply(record, table));
                table.save(file);
                System.out.print(table);
            }
        }
        return true;
    }

    private static void apply(ConsumerRecord<byte[], byte[]> record, Table table) {
        var place = Place.of(record);
        if (table.counts(record.partition(), place)) {
            return;
        }
        var type = Place.header(record, "ce_type");
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
        table.moveTo(record.partition(), place);
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
