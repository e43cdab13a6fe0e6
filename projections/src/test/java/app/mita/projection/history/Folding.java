package app.mita.projection.history;

import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.AccountDeleted;
import app.mita.projection.engine.ReadModel;
import app.mita.runtime.json.MitaJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One read model folded one event after the other, as simply as can be: what the engine must come to as well. Each
 * document goes through its JSON between two events, as between two batches.
 */
public final class Folding<D> {

    private final ReadModel<D> model;
    /** By user and key. */
    private final Map<String, Row> rows = new TreeMap<>();

    /** A stored document. */
    public record Row(String json, long position) {}

    private Folding(ReadModel<D> model) {
        this.model = model;
    }

    public static <D> Folding<D> of(ReadModel<D> model) {
        return new Folding<>(model);
    }

    public Folding<D> apply(Iterable<RecordedEvent> events) {
        events.forEach(this::apply);
        return this;
    }

    public void apply(RecordedEvent event) {
        if (event.payload() instanceof AccountDeleted) {
            rows.keySet().removeIf(place -> place.startsWith(event.user() + " "));
            return;
        }
        if (!model.events().contains(event.payload().getClass())) {
            return;
        }
        for (var key : model.keys(event)) {
            var place = event.user() + " " + key;
            var before = rows.get(place);
            var document = model.fold(key, before == null ? null : read(before), event);
            if (document == null) {
                rows.remove(place);
            } else {
                rows.put(place, new Row(MitaJson.mapper().writeValueAsString(document), event.position()));
            }
        }
    }

    /** By {@code <user> <key>}. */
    public Map<String, Row> rows() {
        return rows;
    }

    public @Nullable D document(History history, String key) {
        var row = rows.get(history.user() + " " + key);
        return row == null ? null : read(row);
    }

    private D read(Row row) {
        return MitaJson.mapper().readValue(row.json(), model.documentType());
    }
}
