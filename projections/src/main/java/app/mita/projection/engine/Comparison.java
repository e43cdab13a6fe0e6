package app.mita.projection.engine;

import app.mita.projection.engine.Verdict.Difference;
import app.mita.runtime.json.MitaJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One user's live documents against a fold of the log. */
final class Comparison {

    private final UserFold fold;
    private final Map<String, UserFold.Folded> left = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long differing;
    private long liveDocuments;
    private long liveHash;

    Comparison(UserFold fold) {
        this.fold = fold;
    }

    /** A document as it is stored. */
    record Live(String key, long position, String json) {}

    /** Told after the fold is complete, each key once. */
    void live(Live document) {
        var key = document.key;
        long position = document.position;
        var json = document.json;
        if (liveDocuments == 0) {
            left.putAll(fold.documents());
        }
        liveDocuments++;
        liveHash ^= hash(key, position, json);
        var folded = left.remove(key);
        if (folded == null) {
            differ(new Difference(fold.user(), key, "unexpected", null, position, null));
            return;
        }
        var expected = fold.projection().write(folded.document());
        if (!expected.equals(json)) {
            differ(new Difference(
                    fold.user(), key, "document", folded.position(), position, firstDifference(expected, json)));
        } else if (folded.position() != position) {
            differ(new Difference(fold.user(), key, "position", folded.position(), position, null));
        }
    }

    Verdict verdict() {
        if (liveDocuments == 0) {
            left.putAll(fold.documents());
        }
        left.forEach(
                (key, folded) -> differ(new Difference(fold.user(), key, "missing", folded.position(), null, null)));
        long hash = 0;
        for (var entry : fold.documents().entrySet()) {
            var folded = entry.getValue();
            hash ^= hash(entry.getKey(), folded.position(), fold.projection().write(folded.document()));
        }
        return new Verdict(
                1,
                fold.events(),
                fold.documents().size(),
                liveDocuments,
                Verdict.hex(hash),
                Verdict.hex(liveHash),
                differing,
                List.copyOf(differences));
    }

    private void differ(Difference difference) {
        differing++;
        if (differences.size() < Verdict.SHOWN) {
            differences.add(difference);
        }
    }

    private long hash(String key, long position, String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((fold.user() + " " + key + " " + position + " ").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(json.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String firstDifference(String expected, String live) {
        try {
            var found = firstDifference(
                    MitaJson.mapper().readTree(expected), MitaJson.mapper().readTree(live), "");
            return found == null ? "(spelling)" : found;
        } catch (JacksonException unreadable) {
            return "(unreadable)";
        }
    }

    /** Null when they are equal. */
    private static @Nullable String firstDifference(JsonNode expected, JsonNode live, String path) {
        if (expected.equals(live)) {
            return null;
        }
        if (expected.isObject() && live.isObject()) {
            for (var property : expected.properties()) {
                var found = firstDifference(
                        property.getValue(), live.path(property.getKey()), path + "/" + property.getKey());
                if (found != null) {
                    return found;
                }
            }
        } else if (expected.isArray() && live.isArray() && expected.size() == live.size()) {
            for (int i = 0; i < expected.size(); i++) {
                var found = firstDifference(expected.get(i), live.get(i), path + "/" + i);
                if (found != null) {
                    return found;
                }
            }
        }
        return path.isEmpty() ? "/" : path;
    }
}
