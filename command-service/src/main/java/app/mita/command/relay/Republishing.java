package app.mita.command.relay;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * An operator's wish that the topic be made anew and the whole log be published into it; any node may have been asked.
 * Whoever leads grants it. Should it die on the way, the next leader begins again: the topic is then made anew once more,
 * and still holds each event once.
 */
class Republishing {

    private final DatabaseClient database;
    private final String topic;

    Republishing(DatabaseClient database, String topic) {
        this.database = database;
        this.topic = topic;
    }

    /** The operation that asks for it; null when none does. */
    @Nullable
    UUID wanted() throws Exception {
        return Patience.await(database.sql("""
            select id from operations.operation
            where verb = 'republish' and state in ('requested', 'running') and arguments ->> 'topic' = :topic
            order by requested_at limit 1
            """)
                .bind("topic", topic)
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .one());
    }

    void begun(UUID operation) throws Exception {
        Patience.await(database.sql("update operations.operation set state = 'running' where id = :id")
                .bind("id", operation)
                .then());
    }

    /** @param events that are to be published now */
    void done(UUID operation, long events) throws Exception {
        Patience.await(database.sql("update operations.operation set state = 'done', finished_at = now(),"
                        + " result = json_build_object('events', :events::bigint) where id = :id")
                .bind("id", operation)
                .bind("events", events)
                .then());
    }
}
