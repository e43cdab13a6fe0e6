package app.mita.domain.planning;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** On which days of a month a category's money is spent (domain.md, "The month's calendar"). */
enum Rhythm {
    /** Paid on the first. */
    FIRST,
    /** Paid on the fifth. */
    FIFTH,
    /** Spent on a few days, weekends before weekdays. */
    CLUSTERED,
    /** Spent a little on every weekday. */
    SPREAD;

    private static final Map<Rhythm, Set<String>> CATEGORIES = Map.of(
            FIRST,
            Set.of("rent", "mortgage", "rent or mortgage", "school fees"),
            FIFTH,
            Set.of(
                    "utilities",
                    "subscriptions software",
                    "media streaming",
                    "cloud storage",
                    "insurance medical",
                    "gym fitness",
                    "flights",
                    "hotels",
                    "courses online",
                    "debt repayment",
                    "investment contribution"),
            CLUSTERED,
            Set.of(
                    "dining out",
                    "delivery",
                    "home repairs",
                    "transport gas",
                    "taxi ridehailing",
                    "car maintenance",
                    "clothing",
                    "tech gadgets",
                    "home goods",
                    "out of pocket medical",
                    "entertainment events",
                    "gaming",
                    "hobbies",
                    "books"),
            SPREAD,
            Set.of("groceries", "coffee", "transport public", "local transport", "transport", "savings"));

    /** Every category that a list names. */
    static Stream<String> named() {
        return CATEGORIES.values().stream().flatMap(Set::stream);
    }

    /** @param otherwise for a category that no list names */
    static Rhythm of(String category, Rhythm otherwise) {
        return CATEGORIES.entrySet().stream()
                .filter(rhythm -> rhythm.getValue().contains(category))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(otherwise);
    }
}
