package app.mita.projection.operations;

import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The nodes that run projections, as they say themselves every second. */
@Component
public class Instances {

    private final DatabaseClient database;

    Instances(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A node.
     *
     * @param versions of the models that it can fold
     * @param failure  the last, with its time in front; null when there was none
     */
    public record Instance(
            String id,
            Map<String, Integer> versions,
            List<Share> shares,
            @Nullable String failure,
            Instant seenAt) {

        boolean moves(String projection) {
            return shares.stream().anyMatch(share -> share.projection.equals(projection));
        }
    }

    /**
     * What a node moves of a projection.
     *
     * @param partitions how many
     */
    public record Share(
            String projection, int generation, int partitions, long lagEvents, double lagSeconds, double rate) {}

    /** What all nodes together move of a projection. */
    record Moving(int nodes, long lagEvents, double lagSeconds, double rate) {}

    static Moving moving(List<Instance> nodes, String projection, int generation) {
        var shares = nodes.stream()
                .flatMap(node -> node.shares.stream())
                .filter(share -> share.projection.equals(projection) && share.generation == generation)
                .toList();
        return new Moving(
                shares.size(),
                shares.stream().mapToLong(Share::lagEvents).sum(),
                shares.stream().mapToDouble(Share::lagSeconds).max().orElse(0),
                shares.stream().mapToDouble(Share::rate).sum());
    }

    /** Those seen in the last seconds. */
    public Mono<List<Instance>> present() {
        return database.sql("select id, versions::text, standings::text, failure, seen_at from read_model.instance"
                        + " where seen_at > now() - interval '5 seconds' order by id")
                .map(row -> new Instance(
                        required(row.get(0, String.class)),
                        versions(required(row.get(1, String.class))),
                        List.of(MitaJson.mapper().readValue(required(row.get(2, String.class)), Share[].class)),
                        row.get(3, String.class),
                        required(row.get(4, Instant.class))))
                .all()
                .collectList();
    }

    private static Map<String, Integer> versions(String json) {
        return MitaJson.mapper().readerForMapOf(Integer.class).readValue(json);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
