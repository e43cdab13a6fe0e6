package app.mita.examples;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where an event is: its offset says it quickly, but only in the topic as it is now; position and id say it for ever.
 *
 * @param position in the log of all events; 0 for a record that is none
 * @param id       of the event
 */
record Place(long offset, long position, String id) {

    static Place of(ConsumerRecord<byte[], byte[]> record) {
        var position = header(record, "ce_position");
        return new Place(record.offset(), position.isEmpty() ? 0 : Long.parseLong(position), header(record, "ce_id"));
    }

    boolean isSameEvent(Place other) {
        return position == other.position && id.equals(other.id);
    }

    /** Empty when there is none. */
    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
