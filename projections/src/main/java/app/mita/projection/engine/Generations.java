package app.mita.projection.engine;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What the database knows of generations beside the live ones: who builds them, how far they are, what is waste. */
final class Generations {

    /** For how long a builder that says nothing is believed to be there. */
    private static final Duration LEASE = Duration.ofSeconds(10);
    /** For how long the live generation may be held up by a switch. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final int SWEPT_AT_ONCE = 5000;

    private final DatabaseClient database;
    private final String me;

    Generations(ConnectionFactory connections, String me) {
        this.database = DatabaseClient.create(connections);
        this.me = me;
    }

    /**
     * How a generation is wanted.
     *
     * @param live           readers take it
     * @param switchesItself it becomes the live one when it has caught up
     * @param urgent         nobody may be left to fold the live one, whose version is another: what it serves gets old
     */
    record Wanted(boolean live, boolean switchesItself, boolean urgent) {}

    /** Becomes or stays the builder; empty when another node is, or when the generation is not to be built (any more). */
    Mono<Wanted> lease(Projection projection) {
        return database.sql("""
            update read_model.generation g set builder = :me, builder_until = now() + :lease::interval
            from read_model.projection p
            where p.name = g.projection and g.projection = :name and g.generation = :generation
              and (g.builder is null or g.builder = :me or g.builder_until < now())
              and (g.generation = p.next_generation and not g.paused
                or g.generation = p.live_generation and not p.paused)
            returning g.generation = p.live_generation, g.switches_itself, g.switches_itself and exists (
              select from read_model.generation l
              where l.projection = p.name and l.generation = p.live_generation and l.version <> g.version)
            """)
                .bind("me", me)
                .bind("lease", LEASE.toSeconds() + " s")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> new Wanted(
                        Boolean.TRUE.equals(row.get(0, Boolean.class)),
                        Boolean.TRUE.equals(row.get(1, Boolean.class)),
                        Boolean.TRUE.equals(row.get(2, Boolean.class))))
                .one();
    }

    Mono<Void> release(Projection projection) {
        return database.sql("update read_model.generation set builder = null, builder_until = null, rate = null"
                        + " where projection = :name and generation = :generation and builder = :me")
                .bind("me", me)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .then();
    }

    Mono<Void> tell(
            Projection projection,
            Build.Advance advance,
            @Nullable Long remaining,
            boolean resting,
            @Nullable String failure) {
        var statement = database.sql("""
                update read_model.generation set applied = applied + :applied, rate = :rate, remaining = :remaining,
                  failure = :failure, resting = :resting, told_at = now()
                where projection = :name and generation = :generation
                """)
                .bind("applied", advance.events())
                .bind("rate", advance.perSecond())
                .bind("resting", resting)
                .bind("name", projection.name())
                .bind("generation", projection.generation());
        statement = remaining == null
                ? statement.bindNull("remaining", Long.class)
                : statement.bind("remaining", remaining);
        statement = failure == null ? statement.bindNull("failure", String.class) : statement.bind("failure", failure);
        return statement.then();
    }

    Mono<Void> ready(Projection projection) {
        return database.sql("update read_model.generation set ready_at = coalesce(ready_at, now())"
                        + " where projection = :name and generation = :generation")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .then();
    }

    /**
     * Whether more events have failed in it than in the live generation: then somebody is to look first. Not of an
     * earlier one: who goes back to that has looked.
     */
    Mono<Boolean> isWorse(Projection projection) {
        return database.sql("select read_model.is_worse(:name, :generation)")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Whether readers take it from now on; otherwise nothing has changed. */
    Mono<Boolean> makeLive(Projection projection) {
        return database.sql("select read_model.switch(:name, :generation, :patience::interval)")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .bind("patience", PATIENCE.toMillis() + " ms")
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /**
     * Rows of generations that nobody will ask for again: some at a time, and not while a replay writes beside them. Any of
     * them: one that is held by a reader must not keep the others waiting.
     */
    Mono<Void> sweep(List<String> projections) {
        return database.sql("""
            select g.projection, g.generation from read_model.generation g
            join read_model.projection p on p.name = g.projection
            where g.projection = any(:names) and g.generation <> p.live_generation
              and g.generation is distinct from p.next_generation
              and g.generation is distinct from p.previous_generation
              and not exists (
                select from read_model.generation n
                where n.projection = p.name and n.generation = p.next_generation and n.ready_at is null)
            order by random() limit 1
            """)
                .bind("names", projections.toArray(String[]::new))
                .map(row -> new Waste(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .one()
                .flatMap(this::sweep);
    }

    private record Waste(String projection, int generation) {}

    /** The progress goes first: who still builds can then store nothing more that would be left over. */
    private Mono<Void> sweep(Waste waste) {
        var documents = database.sql("select read_model.drop_documents(:name, :generation, :most)")
                .bind("name", waste.projection)
                .bind("generation", waste.generation)
                .bind("most", SWEPT_AT_ONCE)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
        return forget(waste, "progress").then(documents).filter(gone -> gone).flatMap(gone -> forget(
                        waste, "dead_letter")
                .then(forget(waste, "generation")));
    }

    private Mono<Void> forget(Waste waste, String table) {
        return database.sql(
                        "delete from read_model." + table + " where projection = :name and generation = :generation")
                .bind("name", waste.projection)
                .bind("generation", waste.generation)
                .then();
    }
}
