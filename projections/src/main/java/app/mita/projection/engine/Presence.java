package app.mita.projection.engine;

import app.mita.runtime.json.MitaJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Tells the other nodes that this one is there, what it can fold and how far it is, so that any of them can be asked. */
final class Presence {

    private final DatabaseClient database;
    private final String me;
    private final ProjectionStatus status;
    private final Map<String, Long> applied = new TreeMap<>();
    private long toldAt = System.nanoTime();

    Presence(Machinery machinery) {
        this.database = DatabaseClient.create(machinery.connections());
        this.me = machinery.me();
        this.status = machinery.status();
    }

    Mono<Void> tell(Collection<? extends ReadModel<?>> models) {
        var versions = new TreeMap<String, Integer>();
        models.forEach(model -> versions.put(model.name(), model.version()));
        var statement = database.sql("""
                insert into read_model.instance (id, versions, standings, failure, seen_at)
                values (:me, :versions::json, :standings::json, :failure, now())
                on conflict (id) do update set versions = excluded.versions, standings = excluded.standings,
                  failure = excluded.failure, seen_at = excluded.seen_at
                """)
                .bind("me", me)
                .bind("versions", MitaJson.mapper().writeValueAsString(versions))
                .bind("standings", MitaJson.mapper().writeValueAsString(standings()));
        var failure = failure();
        return (failure == null ? statement.bindNull("failure", String.class) : statement.bind("failure", failure))
                .then()
                .then(database.sql("delete from read_model.instance where seen_at < now() - interval '1 hour'")
                        .then());
    }

    Mono<Void> leave() {
        return database.sql("delete from read_model.instance where id = :me")
                .bind("me", me)
                .then();
    }

    private @Nullable String failure() {
        return status.lastFailure()
                .map(failure -> failure.at() + " " + failure.cause())
                .orElse(null);
    }

    /** By projection: partitions held, and the sums over them. */
    private List<Map<String, Object>> standings() {
        long now = System.nanoTime();
        double seconds = Math.max(1, now - toldAt) / 1e9;
        toldAt = now;
        var byProjection = new TreeMap<String, List<ProjectionStatus.Standing>>();
        status.standings().forEach(standing -> byProjection
                .computeIfAbsent(standing.projection(), unseen -> new ArrayList<>())
                .add(standing));
        var standings = new ArrayList<Map<String, Object>>();
        byProjection.forEach((name, places) -> {
            long total = status.applied(name);
            long since = total - applied.getOrDefault(name, total);
            applied.put(name, total);
            var standing = new LinkedHashMap<String, Object>();
            standing.put("projection", name);
            standing.put("generation", places.getFirst().generation());
            standing.put("partitions", places.size());
            standing.put(
                    "lag_events",
                    places.stream()
                            .mapToLong(ProjectionStatus.Standing::lagEvents)
                            .sum());
            standing.put("lag_seconds", Lag.seconds(places, status.now()));
            standing.put("rate", since / seconds);
            standings.add(standing);
        });
        return standings;
    }
}
