package app.mita.projection.engine;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The generations that are looked at, for who works on one user's documents in them. */
@Component
final class Models {

    private final DatabaseClient database;
    private final Map<String, ReadModel<?>> byName;

    Models(DatabaseClient database, List<ReadModel<?>> models) {
        this.database = database;
        this.byName = models.stream().collect(Collectors.toUnmodifiableMap(ReadModel::name, Function.identity()));
    }

    /** @return fails with NOT_FOUND for an unknown name, with CONFLICT when this node's code is of another version */
    Mono<Projection> live(String name) {
        return generations(name, "g.generation = p.live_generation", null)
                .next()
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.")))
                .map(generation -> folded(name, generation));
    }

    /**
     * The generations in which a user has dead letters: the live one, and the one being built beside it.
     *
     * @return those that this node's code can fold; fails with NOT_FOUND when there is none, with CONFLICT when all are
     *     of another version
     */
    Mono<List<Projection>> withLetters(String name, UUID user) {
        return generations(name, """
                g.generation in (p.live_generation, p.next_generation) and exists (
                  select from read_model.dead_letter d
                  where (d.projection, d.generation, d.user_id) = (g.projection, g.generation, :user))
                """, user).collectList().map(found -> {
            if (found.isEmpty()) {
                throw new Refused(ErrorCode.NOT_FOUND, "This user has no dead letters in this projection.");
            }
            var ours = found.stream()
                    .filter(generation -> isOurs(name, generation))
                    .toList();
            return (ours.isEmpty() ? found : ours)
                    .stream().map(generation -> folded(name, generation)).toList();
        });
    }

    private record Generation(int number, int version) {}

    /** The older one first. */
    private Flux<Generation> generations(String name, String which, @Nullable UUID user) {
        var statement = database.sql("""
            select g.generation, g.version from read_model.projection p
            join read_model.generation g on g.projection = p.name
            where p.name = :name and %s order by g.generation
            """.formatted(which)).bind("name", name);
        return (user == null ? statement : statement.bind("user", user))
                .map(row -> new Generation(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .all();
    }

    private boolean isOurs(String name, Generation generation) {
        var model = byName.get(name);
        return model != null && model.version() == generation.version;
    }

    private Projection folded(String name, Generation generation) {
        if (!isOurs(name, generation)) {
            throw new Refused(
                    ErrorCode.CONFLICT,
                    "The documents are of version " + generation.version
                            + " of the code, which this node does not have: ask one that has it.");
        }
        return new Projection(Objects.requireNonNull(byName.get(name)), generation.number, MitaJson.mapper());
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
