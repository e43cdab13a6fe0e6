package app.mita.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.UserPartition;
import app.mita.command.eventstore.StoredEvent;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Events as Kafka records: CloudEvents 1.0, binary content mode of its Kafka binding. */
final class EventRecords {

    static final String SPECVERSION = "1.0";
    static final String SOURCE = "/mita";
    static final String JSON = "application/json";

    private EventRecords() {}

    /**
     * @param partitions of the topic. The log's partition is used where the topic has it; in a smaller topic all
     *     events of such a user go to the one that Kafka's partitioner would pick
     */
    static ProducerRecord<byte[], byte[]> of(StoredEvent event, String topic, int partitions) {
        int partition = event.partition() < partitions ? event.partition() : UserPartition.of(event.user(), partitions);
        String user = event.user().toString();
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(topic, partition, user.getBytes(UTF_8), event.payload());
        Headers headers = written.headers();
        add(headers, CloudEventHeaders.SPECVERSION, SPECVERSION);
        add(headers, CloudEventHeaders.ID, event.id().toString());
        add(headers, CloudEventHeaders.SOURCE, SOURCE);
        add(headers, CloudEventHeaders.TYPE, CloudEventHeaders.typeOf(event.name(), event.version()));
        add(headers, CloudEventHeaders.SUBJECT, user);
        add(headers, CloudEventHeaders.TIME, DateTimeFormatter.ISO_INSTANT.format(event.occurredAt()));
        add(headers, CloudEventHeaders.POSITION, Long.toString(event.position()));
        add(headers, CloudEventHeaders.COMMAND_ID, event.commandId());
        if (event.traceparent() != null) {
            add(headers, CloudEventHeaders.TRACEPARENT, event.traceparent());
        }
        add(headers, CloudEventHeaders.CONTENT_TYPE, JSON);
        return written;
    }

    /** Which event a record carries; null when it is not one of ours. */
    static @Nullable Published read(ConsumerRecord<byte[], byte[]> stored) {
        Header position = stored.headers().lastHeader(CloudEventHeaders.POSITION);
        Header id = stored.headers().lastHeader(CloudEventHeaders.ID);
        return position == null || id == null
                ? null
                : new Published(Long.parseLong(new String(position.value(), UTF_8)), new String(id.value(), UTF_8));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
