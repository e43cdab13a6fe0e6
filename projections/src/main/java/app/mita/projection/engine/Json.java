package app.mita.projection.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * A batch's documents as they are stored and as they are remembered.
 *
 * @param texts of those that are not removed
 * @param held  of all
 */
record Json(Map<DocumentKey, String> texts, Map<DocumentKey, Held> held) {

    static Json of(Applied applied) {
        var texts = HashMap.<DocumentKey, String>newHashMap(applied.documents().size());
        var held = HashMap.<DocumentKey, Held>newHashMap(applied.documents().size());
        applied.documents().forEach((key, result) -> {
            int length = 0;
            if (result.document() != null) {
                var text = key.projection().write(result.document());
                texts.put(key, text);
                length = text.length();
            }
            held.put(key, new Held(result.document(), result.claim().epoch(), length));
        });
        return new Json(texts, held);
    }
}
