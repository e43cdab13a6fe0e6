package app.mita.domain.planning;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who gives first when money is needed elsewhere, in this order (domain.md, "Rebalance"). */
public enum Priority {
    DISCRETIONARY,
    FLEXIBLE,
    PROTECTED,
    /** Never gives. */
    SACRED;

    private static final Map<Priority, Set<String>> CATEGORIES = Map.of(
            SACRED,
            Set.of(
                    "savings",
                    "savings goal",
                    "savings emergency",
                    "savings goal based",
                    "emergency fund",
                    "investment contribution",
                    "rent",
                    "mortgage",
                    "rent or mortgage",
                    "debt repayment",
                    "utilities",
                    "insurance medical",
                    "school fees",
                    "courses online"),
            PROTECTED,
            Set.of("groceries", "transport public", "local transport", "out of pocket medical", "home repairs"),
            FLEXIBLE,
            Set.of("coffee", "clothing", "personal care", "home goods", "car maintenance", "transport gas"),
            DISCRETIONARY,
            Set.of(
                    "dining out",
                    "delivery",
                    "entertainment events",
                    "gaming",
                    "hobbies",
                    "books",
                    "tech gadgets",
                    "media streaming",
                    "subscriptions",
                    "subscriptions software",
                    "taxi ridehailing",
                    "flights",
                    "hotels"));

    /** Every category that a list names. */
    static Stream<String> named() {
        return CATEGORIES.values().stream().flatMap(Set::stream);
    }

    /** @param category in any spelling; one that no list names is FLEXIBLE */
    public static Priority of(String category) {
        var name = PlanCategory.named(category);
        return CATEGORIES.entrySet().stream()
                .filter(priority -> priority.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(FLEXIBLE);
    }
}
