package app.mita.standalone.journey;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers about a day, whichever it is. */
final class AnyDay {

    private static final Map<String, List<String>> BY_CATEGORY_OF_A_DAY = Map.of(
            "POST /api/calendar/day_state", List.of("/data/state/planned", "/data/state/actual"),
            "GET /api/transactions/budget-status", List.of("/data"));

    private AnyDay() {}

    /** Which categories a day has depends on its date: one stands for all, whatever it is called. */
    static JsonNode of(String route, JsonNode answer) {
        var anyDay = answer.deepCopy();
        for (var categories : BY_CATEGORY_OF_A_DAY.getOrDefault(route, List.of())) {
            if (anyDay.at(categories) instanceof ObjectNode uses && !uses.isEmpty()) {
                var use = uses.iterator().next();
                uses.removeAll();
                uses.set("any category", use);
            }
        }
        return anyDay;
    }
}
