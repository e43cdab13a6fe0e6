package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * Copies the documents of users without an event from a position on from the live generation, with its progress and the
 * dead letters of these users. Some at a time, with rests between, but in one transaction of one snapshot: all are as they
 * were at one moment, however long it takes. When it is interrupted nothing has been copied. One thread, which may wait.
 */
final class UntouchedUsers {

    private static final Logger log = LoggerFactory.getLogger(UntouchedUsers.class);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final UUID LAST = new UUID(-1, -1);

    private final Machinery machinery;
    private final Projection projection;

    UntouchedUsers(Machinery machinery, Projection projection) {
        this.machinery = machinery;
        this.projection = projection;
    }

    /** What comes after each part of the copying. */
    @FunctionalInterface
    interface Between {

        /** @return whether to go on */
        boolean parts(Duration worked) throws InterruptedException;
    }

    /**
     * @param from the position
     * @return whether everything has been copied; otherwise nothing has
     * @throws IllegalStateException when nobody asks for the generation any more
     */
    boolean copy(long from, Between between) throws InterruptedException {
        var connection =
                Objects.requireNonNull(await(Mono.from(machinery.connections().create())));
        try {
            await(Mono.from(connection.beginTransaction(IsolationLevel.REPEATABLE_READ)));
            if (!new Copy(connection, from).all(between)) {
                return false;
            }
            await(Mono.from(connection.commitTransaction()));
            return true;
        } finally {
            // Which undoes what is not committed; whoever stops the engine does not wait for it.
            Mono.from(connection.close())
                    .subscribe(null, failure -> log.debug("a connection was not closed in order", failure));
        }
    }

    private final class Copy {

        private final DatabaseClient database;
        private final long from;
        /** About, as all of a user's are copied together. */
        private final int atOnce = machinery.settings().replay().batch();

        Copy(Connection connection, long from) {
            this.database = DatabaseClient.create(new SingleConnectionFactory(
                    connection, machinery.connections().getMetadata(), true));
            this.from = from;
        }

        boolean all(Between between) throws InterruptedException {
            // To find the end of a part, a large read model may have to be looked through.
            await(database.sql("set local statement_timeout = 0").then());
            int live = Objects.requireNonNull(await(ofProjection("""
                    select live_generation from read_model.projection where name = :name
                    """)
                    .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                    .one()));
            forget();
            UUID after = UserReader.BEFORE_ALL;
            while (!after.equals(LAST)) {
                long began = System.nanoTime();
                var last = Objects.requireNonNullElse(await(lastOfPart(live, after), LONGEST), LAST);
                await(documents(live, after, last), LONGEST);
                after = last;
                if (!between.parts(Duration.ofNanos(System.nanoTime() - began))) {
                    return false;
                }
            }
            await(letters(live), LONGEST);
            await(progress(live));
            demandWanted();
            return true;
        }

        /** What a node left that was killed between this and what tells of it. */
        private void forget() {
            for (var table : new String[] {"progress", "dead_letter"}) {
                await(ofGeneration("delete from read_model.%s where projection = :name and generation = :generation"
                                .formatted(table))
                        .then());
            }
            await(
                    database.sql("delete from read_model.%s where generation = :generation"
                                    .formatted(projection.name()))
                            .bind("generation", projection.generation())
                            .then(),
                    LONGEST);
        }

        /** Null when few documents are left. */
        private Mono<UUID> lastOfPart(int live, UUID after) {
            return database.sql("select user_id from read_model.%s where generation = :live and user_id > :after"
                                    .formatted(projection.name())
                            + " order by user_id offset :documents limit 1")
                    .bind("live", live)
                    .bind("after", after)
                    .bind("documents", atOnce)
                    .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                    .one();
        }

        private Mono<Void> documents(int live, UUID after, UUID last) {
            return database.sql("""
                    with untouched as materialized (
                      select user_id from (
                        select distinct user_id from read_model.%1$s
                        where generation = :live and user_id > :after and user_id <= :last) as part
                      where not exists (
                        select from event_store.event e where e.user_id = part.user_id and e.position >= :from))
                    insert into read_model.%1$s (generation, user_id, key, document, sort_at, facet, position)
                    select :generation, user_id, key, document, sort_at, facet, position
                    from read_model.%1$s join untouched using (user_id)
                    where generation = :live and user_id > :after and user_id <= :last
                    """.formatted(projection.name()))
                    .bind("generation", projection.generation())
                    .bind("live", live)
                    .bind("after", after)
                    .bind("last", last)
                    .bind("from", from)
                    .then();
        }

        private Mono<Void> letters(int live) {
            return ofGeneration("""
                    insert into read_model.dead_letter (projection, generation, user_id, position, partition,
                      kafka_offset, event_id, type, occurred_at, command_id, traceparent, cause, payload, parked_at)
                    select projection, :generation, user_id, position, partition, kafka_offset, event_id, type,
                      occurred_at, command_id, traceparent, cause, payload, parked_at
                    from read_model.dead_letter letter
                    where projection = :name and generation = :live and not exists (
                      select from event_store.event e where e.user_id = letter.user_id and e.position >= :from)
                    """).bind("live", live).bind("from", from).then();
        }

        /** Last, as whoever claims a partition of the generation waits from then on. */
        private Mono<Void> progress(int live) {
            return ofGeneration("""
                    insert into read_model.progress (projection, generation, partition, position, kafka_offset)
                    select projection, :generation, partition, position, kafka_offset
                    from read_model.progress where projection = :name and generation = :live
                    """).bind("live", live).then();
        }

        /** Held until all is committed: what were copied after the generation has been given up would stay for ever. */
        private void demandWanted() {
            long wanted =
                    Objects.requireNonNull(await(ofGeneration("""
                    select from read_model.projection where name = :name and next_generation = :generation for share
                    """).fetch().all().count()));
            if (wanted == 0) {
                throw new IllegalStateException("nobody asks for " + projection + " any more");
            }
        }

        private GenericExecuteSpec ofGeneration(String sql) {
            return ofProjection(sql).bind("generation", projection.generation());
        }

        private GenericExecuteSpec ofProjection(String sql) {
            return database.sql(sql).bind("name", projection.name());
        }
    }
}
