package app.mita.query.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A document as its row held it when it was read, with the answers rendered from it so far. An answer is used again
 * only for moments from the one it was rendered for up to the next change.
 */
public final class Document<D> {

    private final D value;
    private final Version version;
    private final Map<View<D>, Rendered> answers = new ConcurrentHashMap<>(4);

    Document(D value, Version version) {
        this.value = value;
        this.version = version;
    }

    /** Stands for a row that is not there; never cached. */
    public static <D> Document<D> absent(D empty) {
        return new Document<>(empty, Version.NONE);
    }

    public D value() {
        return value;
    }

    Version version() {
        return version;
    }

    /** The data that {@code view} shows at {@code now}, as JSON. The caller must not change the array. */
    public byte[] render(View<D> view, Instant now) {
        var known = answers.get(view);
        if (known != null && known.holdsAt(now)) {
            return known.rendering().json();
        }
        var rendering = view.render(value, now);
        answers.put(view, new Rendered(now, rendering));
        return rendering.json();
    }

    private record Rendered(Instant from, Rendering rendering) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(rendering.until());
        }
    }
}
