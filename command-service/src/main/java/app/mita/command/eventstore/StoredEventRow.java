package app.mita.command.eventstore;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;

/** Reads a {@link StoredEvent} from a row with its columns. */
final class StoredEventRow {

    static final String COLUMNS =
            "position, id, user_id, partition, name, version, occurred_at, command_id, traceparent, payload";

    private StoredEventRow() {}

    /** @param first index of the first of {@link #COLUMNS} */
    static StoredEvent read(Readable row, int first) {
        return new StoredEvent(
                row.get(first, Long.class),
                row.get(first + 1, UUID.class),
                row.get(first + 2, UUID.class),
                row.get(first + 3, Integer.class),
                row.get(first + 4, String.class),
                row.get(first + 5, Integer.class),
                row.get(first + 6, Instant.class),
                row.get(first + 7, String.class),
                row.get(first + 8, String.class),
                row.get(first + 9, byte[].class));
    }
}
