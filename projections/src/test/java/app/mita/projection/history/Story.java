package app.mita.projection.history;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.projection.engine.ReadModel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A few events told one after the other, and the documents that they leave, as JSON by key. */
public final class Story {

    public static final UUID USER = new UUID(1, 2);

    private final Folding<?> folding;
    private long position;

    private Story(ReadModel<?> model) {
        folding = Folding.of(model);
    }

    public static Story of(ReadModel<?> model) {
        return new Story(model);
    }

    public Story then(String at, MitaEvent event) {
        position++;
        folding.apply(
                new RecordedEvent(position, new UUID(3, position), USER, 0, Instant.parse(at), "test", null, event));
        return this;
    }

    public Map<String, String> documents() {
        return folding.rows().entrySet().stream()
                .collect(Collectors.toMap(
                        row -> row.getKey().substring(USER.toString().length() + 1),
                        row -> row.getValue().json(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The document under a key; fails when there is none. */
    public String document(String key) {
        var document = documents().get(key);
        if (document == null) {
            throw new AssertionError(
                    "no document under '" + key + "' but " + documents().keySet());
        }
        return document;
    }
}
