package app.mita.standalone.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares an answer with a recorded one by keys and types; values may differ. */
final class Shape {

    /** Maps by category: which categories a plan has on a day is a value, not a key. */
    private static final Set<String> MAPS = Set.of("planned_budget", "discretionary_breakdown");

    private final List<String> differences = new ArrayList<>();

    private Shape() {}

    /** @return one line for each difference, each beginning with its path such as {@code data.week[].day} */
    static List<String> differences(JsonNode recorded, JsonNode ours) {
        var shape = new Shape();
        shape.compare("", recorded, ours);
        return shape.differences;
    }

    private void compare(String path, JsonNode recorded, JsonNode ours) {
        if (MAPS.contains(path.substring(path.lastIndexOf('.') + 1)) && recorded.isObject() && ours.isObject()) {
            compare(path + "{}", recorded.iterator().next(), ours.iterator().next());
        } else if (recorded.isObject() && ours.isObject()) {
            compareObjects(path, recorded, ours);
        } else if (recorded.isArray() && ours.isArray()) {
            if (isElement(recorded) && !ours.isEmpty()) {
                compare(path + "[]", recorded.get(0), ours.get(0));
            }
        } else if (!recorded.isNull() && !ours.isNull() && !kind(recorded).equals(kind(ours))) {
            differences.add(path + ": recorded " + kind(recorded) + ", ours " + kind(ours));
        }
    }

    private void compareObjects(String path, JsonNode recorded, JsonNode ours) {
        var keys = new TreeSet<>(recorded.propertyNames());
        keys.addAll(ours.propertyNames());
        for (var key : keys) {
            var at = path.isEmpty() ? key : path + "." + key;
            if (!ours.has(key)) {
                differences.add(at + ": missing");
            } else if (!recorded.has(key)) {
                differences.add(at + ": not recorded");
            } else {
                compare(at, recorded.get(key), ours.get(key));
            }
        }
    }

    /** Recordings cut long lists and end them with a sentence of their own. */
    private static boolean isElement(JsonNode recorded) {
        return !recorded.isEmpty()
                && !(recorded.get(0).isString() && recorded.get(0).asString().startsWith("…"));
    }

    private static String kind(JsonNode node) {
        if (node.isNumber()) {
            return "number";
        }
        return node.getNodeType().name().toLowerCase();
    }
}
