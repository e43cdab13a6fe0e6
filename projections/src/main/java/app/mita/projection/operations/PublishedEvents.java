package app.mita.projection.operations;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the log has come through Kafka, as the projections' progress shows it. */
@Component
public class PublishedEvents {

    private final DatabaseClient database;

    PublishedEvents(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Where the events are.
     *
     * @param partitions of the topic that have been consumed
     * @param head       position of the newest event in the log; 0 for none
     * @param arrived    position of the newest event that any live projection has applied; 0 for none
     */
    public record Standing(int partitions, long head, long arrived) {

        /** Events that wait for the relay, for Kafka or for every projection. */
        public long underway() {
            return Math.max(0, head - arrived);
        }
    }

    public Mono<Standing> standing() {
        return database.sql("""
            select (select coalesce(max(position), 0) from event_store.event), count(distinct g.partition)::int,
              coalesce(max(g.position), 0)
            from read_model.progress g
            join read_model.projection p on p.name = g.projection and p.live_generation = g.generation
            """)
                .map(row -> new Standing(
                        Objects.requireNonNull(row.get(1, Integer.class)),
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(2, Long.class))))
                .one();
    }
}
