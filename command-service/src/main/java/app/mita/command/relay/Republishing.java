package app.mita.command.relay;

import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * An operator's wish that the topic be made anew and the whole log be published into it; any node may have been asked.
 * Whoever leads grants it, and notes first which topic has to go: while that one is there it is deleted, and when another
 * one is, only filling it is left. So a leader that dies on the way, or one that does not know yet that it leads no more,
 * leaves nothing that the next one could not go on from.
 */
class Republishing {

    private final DatabaseClient database;
    private final String topic;

    Republishing(DatabaseClient database, String topic) {
        this.database = database;
        this.topic = topic;
    }

    /**
     * What is wanted.
     *
     * @param replaced the topic that has to go, {@link Uuid#ZERO_UUID} when there was none; null until it is noted
     * @param events   that are to be in the fresh topic; 0 until then
     */
    record Wish(UUID operation, @Nullable Uuid replaced, long events) {}

    /** The oldest that is not granted; null when there is none. */
    @Nullable
    Wish wanted() throws Exception {
        return Patience.await(database.sql("""
            select id, result ->> 'replaced_topic_id', coalesce((result ->> 'events')::bigint, 0)
            from operations.operation
            where verb = 'republish' and state in ('requested', 'running') and arguments ->> 'topic' = :topic
            order by requested_at limit 1
            """)
                .bind("topic", topic)
                .map(row -> {
                    String replaced = row.get(1, String.class);
                    return new Wish(
                            Objects.requireNonNull(row.get(0, UUID.class)),
                            replaced == null ? null : Uuid.fromString(replaced),
                            Objects.requireNonNull(row.get(2, Long.class)));
                })
                .one());
    }

    /**
     * Notes what has to go and how much has to come.
     *
     * @param head the last position of the log
     * @return as it is noted, by this leader or by another one before
     */
    Wish begun(UUID operation, Uuid replaced, long head) throws Exception {
        Patience.await(database.sql("""
            update operations.operation set state = 'running', result =
              json_build_object('replaced_topic_id', :replaced::text, 'events', :head::bigint, 'published', 0)
            where id = :id and result is null
            """)
                .bind("id", operation)
                .bind("replaced", replaced.toString())
                .bind("head", head)
                .then());
        Wish noted = wanted();
        if (noted == null || !noted.operation.equals(operation)) {
            throw new IllegalStateException("Another node has finished operation " + operation);
        }
        return noted;
    }

    /**
     * Has every projection look again for its place, before there is anything in the fresh topic: a consumer goes on at the
     * offset that it had in the old one, and would leave out what is before that. What it has read and not stored is void.
     */
    void fence() throws Exception {
        Patience.await(database.sql("""
            update read_model.progress p set epoch = p.epoch + 1
            from (
              select projection, generation, partition from read_model.progress
              order by projection, generation, partition for update) held
            where (p.projection, p.generation, p.partition) = (held.projection, held.generation, held.partition)
            """).then());
    }

    /** Tells how far filling the topic is; the wish is granted when all is there that was in the log at first. */
    void reached(Wish wish, long position) throws Exception {
        boolean done = position >= wish.events;
        Patience.await(database.sql("""
            update operations.operation set state = case when :done then 'done' else 'running' end,
              finished_at = case when :done then now() end,
              result = (result::jsonb || jsonb_build_object('published', :published::bigint))::json
            where id = :id and state = 'running'
            """)
                .bind("id", wish.operation)
                .bind("done", done)
                .bind("published", Math.min(position, wish.events))
                .then());
    }
}
