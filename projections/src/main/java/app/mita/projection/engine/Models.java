package app.mita.projection.engine;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.json.MitaJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The live generations, for who works on one user's documents in them. */
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
        return database.sql("""
            select p.live_generation, g.version from read_model.projection p
            join read_model.generation g on (g.projection, g.generation) = (p.name, p.live_generation)
            where p.name = :name
            """)
                .bind("name", name)
                .map(row -> {
                    var model = byName.get(name);
                    if (model == null || !Objects.equals(row.get(1, Integer.class), model.version())) {
                        throw new Refused(
                                ErrorCode.CONFLICT,
                                "The live documents are of another version of the code than this node has.");
                    }
                    return new Projection(model, Objects.requireNonNull(row.get(0, Integer.class)), MitaJson.mapper());
                })
                .one()
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.")));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
