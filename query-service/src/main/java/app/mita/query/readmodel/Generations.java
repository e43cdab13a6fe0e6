package app.mita.query.readmodel;

import java.util.Map;

/**
 * Which generation of a model is read: the live one, or one that this node is told to. So a newer version can be tried
 * on the generation that was built for it before that is everybody's.
 */
public final class Generations {

    public static final Generations LIVE = new Generations(Map.of());

    private final Map<String, Integer> pinned;

    /** @param pinned by the model's name; what is not in it is read live */
    public Generations(Map<String, Integer> pinned) {
        this.pinned = Map.copyOf(pinned);
    }

    /** SQL of the generation that is read, 0 when there is none. */
    String live(String model) {
        var generation = pinned.get(model);
        return generation == null
                ? "(select coalesce(max(live_generation), 0) from read_model.projection where name = '%s')"
                        .formatted(model)
                : String.valueOf(generation);
    }

    /** The query with the generations that are read here in place of the live ones. */
    String in(String sql) {
        var query = sql;
        for (var pin : pinned.entrySet()) {
            query = query.replace(
                    "(select live_generation from read_model.projection where name = '%s')".formatted(pin.getKey()),
                    String.valueOf(pin.getValue()));
        }
        return query;
    }
}
