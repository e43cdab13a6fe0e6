package app.mita.projection.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what PostgreSQL would refuse. Found here, it parks one user; found by the database, it would hold up the batch
 * of everybody.
 */
final class Storable {

    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+200000-01-01T00:00:00Z");

    private Storable() {}

    static String key(String key) {
        return text("key", key);
    }

    static @Nullable Object document(ReadModel<Object> model, @Nullable Object document) {
        var index = document == null ? null : model.index(document);
        if (index != null) {
            if (index.facet() != null) {
                text("facet", index.facet());
            }
            if (index.sortAt() != null
                    && (index.sortAt().isBefore(FIRST) || index.sortAt().isAfter(LAST))) {
                throw new IllegalArgumentException("sort_at is out of range");
            }
        }
        return document;
    }

    private static String text(String what, String text) {
        if (text.length() > DocumentKey.LONGEST || text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not to be stored as a " + what);
        }
        return text;
    }
}
