package app.mita.api.published;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a change of the schemas breaks. Of a type and version that has been published, whoever reads by the old schema
 * must be able to read what is written by the new one, and the new schema must fit what was written before. So a field
 * may come that can be absent, and a word may come to an enumeration; nothing else.
 */
final class Compatibility {

    /** Keywords whose change is another type. */
    private static final List<String> TYPING = List.of("format", "pattern");

    private final List<String> breaks = new ArrayList<>();
    private final JsonNode oldRoot;
    private final JsonNode newRoot;

    private Compatibility(JsonNode oldRoot, JsonNode newRoot) {
        this.oldRoot = oldRoot;
        this.newRoot = newRoot;
    }

    /**
     * @param published by name and version
     * @return one line for each break; empty when all consumers can go on
     */
    static List<String> breaks(Map<String, JsonNode> published, Map<String, JsonNode> now) {
        var breaks = new ArrayList<String>();
        published.forEach((name, old) -> {
            var present = now.get(name);
            if (present == null) {
                breaks.add(name + " is gone");
            } else {
                var one = new Compatibility(old, present);
                one.compare(name, old, present);
                breaks.addAll(one.breaks);
            }
        });
        return breaks;
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        var old = plain(before, oldRoot);
        var now = plain(after, newRoot);
        if (isNullable(before) != isNullable(after)) {
            breaks.add(at + (isNullable(after) ? " may be null now" : " may not be null any more"));
        }
        if (!kinds(old).equals(kinds(now))) {
            breaks.add(at + " was " + kinds(old) + " and is " + kinds(now));
            return;
        }
        for (var keyword : TYPING) {
            if (!old.path(keyword).equals(now.path(keyword))) {
                breaks.add(at + " has another " + keyword);
            }
        }
        words(at, old, now);
        fields(at, old, now);
        inner(at + "[]", old.path("items"), now.path("items"));
        inner(at + " keys", old.path("propertyNames"), now.path("propertyNames"));
        inner(at + ".*", old.path("additionalProperties"), now.path("additionalProperties"));
    }

    private void words(String at, JsonNode old, JsonNode now) {
        if (old.has("enum") != now.has("enum")) {
            breaks.add(at + (now.has("enum") ? " is limited to some words now" : " may be any word now"));
            return;
        }
        var gone = texts(old.path("enum"));
        gone.removeAll(texts(now.path("enum")));
        gone.forEach(word -> breaks.add(at + " lost the word " + word));
    }

    private void fields(String at, JsonNode old, JsonNode now) {
        var wasRequired = texts(old.path("required"));
        var isRequired = texts(now.path("required"));
        old.path("properties").properties().forEach(field -> {
            var name = field.getKey();
            var present = now.path("properties").path(name);
            if (present.isMissingNode()) {
                breaks.add(at + "." + name + " is gone");
                return;
            }
            if (wasRequired.contains(name) != isRequired.contains(name)) {
                breaks.add(at + "." + name + (wasRequired.contains(name) ? " may be absent now" : " is required now"));
            }
            compare(at + "." + name, field.getValue(), present);
        });
        now.path("properties").propertyNames().forEach(name -> {
            if (!old.path("properties").has(name) && isRequired.contains(name)) {
                breaks.add(at + "." + name + " is new and required: what was published before lacks it");
            }
        });
    }

    private void inner(String at, JsonNode old, JsonNode now) {
        if (old.isMissingNode() != now.isMissingNode()) {
            breaks.add(at + " has another shape");
        } else if (!old.isMissingNode()) {
            compare(at, old, now);
        }
    }

    /** Without the alternative null, and what a reference stands for. */
    private static JsonNode plain(JsonNode schema, JsonNode root) {
        if (schema.has("anyOf")) {
            for (var choice : schema.path("anyOf")) {
                if (!choice.path("type").asString("").equals("null")) {
                    return plain(choice, root);
                }
            }
        }
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : plain(root.at(reference.substring(1)), root);
    }

    private static boolean isNullable(JsonNode schema) {
        if (schema.has("anyOf")) {
            return schema.path("anyOf")
                    .valueStream()
                    .anyMatch(choice -> choice.path("type").asString("").equals("null"));
        }
        return schema.path("type").isArray() && texts(schema.path("type")).contains("null");
    }

    private static Set<String> kinds(JsonNode schema) {
        var kinds = schema.path("type").isArray()
                ? texts(schema.path("type"))
                : new TreeSet<>(Set.of(schema.path("type").asString("anything")));
        kinds.remove("null");
        return kinds;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new LinkedHashSet<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
