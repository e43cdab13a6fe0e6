package app.mita.projection.engine;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.time.IsoInstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka, not decoded yet.
 *
 * @param offset   on Kafka
 * @param position in the log
 * @param type     as in the CloudEvents header; may be anything
 * @param payload  JSON, personal text encrypted
 */
record Arrival(
        int partition,
        long offset,
        long position,
        UUID user,
        String type,
        @Nullable String id,
        @Nullable String time,
        @Nullable String commandId,
        @Nullable String traceparent,
        byte[] payload) {

    /** @throws IllegalArgumentException for a record that does not say whose it is and where it stands in the log */
    static Arrival of(ConsumerRecord<byte[], byte[]> record) {
        var position = header(record, CloudEventHeaders.POSITION);
        if (position == null || record.key() == null) {
            throw new IllegalArgumentException("no user or no position");
        }
        var type = header(record, CloudEventHeaders.TYPE);
        return new Arrival(
                record.partition(),
                record.offset(),
                Long.parseLong(position),
                UUID.fromString(new String(record.key(), StandardCharsets.UTF_8)),
                type == null ? "" : type,
                header(record, CloudEventHeaders.ID),
                header(record, CloudEventHeaders.TIME),
                header(record, CloudEventHeaders.COMMAND_ID),
                header(record, CloudEventHeaders.TRACEPARENT),
                record.value() == null ? new byte[0] : record.value());
    }

    /** @throws RuntimeException when there is none or it is malformed */
    Instant occurredAt() {
        if (time == null) {
            throw new IllegalArgumentException("no time");
        }
        return IsoInstant.parse(time);
    }

    /** Null when it is malformed. */
    @Nullable
    String readableId() {
        try {
            return id == null ? null : UUID.fromString(id).toString();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Null when it is malformed. */
    @Nullable
    String readableTime() {
        try {
            return occurredAt().toString();
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8).replace((char) 0, (char) 32);
    }
}
