package app.mita.domain.planning;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Map<String, Priority> BY_CATEGORY = CATEGORIES.entrySet().stream()
            .flatMap(list -> list.getValue().stream().map(category -> Map.entry(category, list.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Every category that a list names. */
    static Stream<String> named() {
        return BY_CATEGORY.keySet().stream();
    }

    /** @param category in any spelling; one that no list names is FLEXIBLE */
    public static Priority of(String category) {
        var listed = BY_CATEGORY.get(category);
        return listed == null ? BY_CATEGORY.getOrDefault(PlanCategory.named(category), FLEXIBLE) : listed;
    }
}
