package app.mita.standalone.journey;

import app.mita.api.event.RecordedEvent;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.personal.PersonalKeys;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a running system keeps of a user: the events in its log, and the documents in its read models. */
final class LoggedEvents {

    private final DatabaseClient database;
    private final EventCodec codec;
    private final PersonalKeys keys;

    LoggedEvents(ApplicationContext system) {
        this.database = system.getBean(DatabaseClient.class);
        this.codec = system.getBean(EventCodec.class);
        this.keys = system.getBean(PersonalKeys.class);
    }

    List<RecordedEvent> of(UUID user) {
        var key = Objects.requireNonNull(keys.find(List.of(user)).block()).get(user);
        return Objects.requireNonNull(database.sql("""
                select position, id, partition, occurred_at, command_id, name, version, payload::text as payload
                from event_store.event where user_id = :user order by position""")
                .bind("user", user)
                .map(row -> new RecordedEvent(
                        row.get("position", Long.class),
                        row.get("id", UUID.class),
                        user,
                        row.get("partition", Integer.class),
                        row.get("occurred_at", OffsetDateTime.class).toInstant(),
                        row.get("command_id", String.class),
                        null,
                        codec.decode(
                                row.get("name", String.class),
                                row.get("version", Integer.class),
                                row.get("payload", String.class).getBytes(StandardCharsets.UTF_8),
                                key)))
                .all()
                .collectList()
                .block());
    }

    /** By key, as they are stored. */
    Map<String, String> documents(String model, UUID user) {
        return new TreeMap<>(Objects.requireNonNull(database.sql("""
                select key, document::text as document from read_model.%1$s where user_id = :user and generation =
                  (select live_generation from read_model.projection where name = '%1$s')""".formatted(model))
                .bind("user", user)
                .map(row -> Map.entry(row.get("key", String.class), row.get("document", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block()));
    }
}
