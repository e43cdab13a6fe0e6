package app.mita.query.dashboard;

import app.mita.api.transactions.Category;
import java.util.Map;

/**
 * How the app draws a category (core.md section 6).
 *
 * @param icon  a Material icon's name
 * @param color {@code #RRGGBB}
 */
record Look(String icon, String color) {

    private static final String GREY = "#9E9E9E";
    private static final Look CATEGORY = new Look("category", GREY);
    private static final Look MONEY = new Look("attach_money", GREY);

    private static final Map<String, Look> KNOWN = Map.of(
            "food", new Look("restaurant", "#4CAF50"),
            "transportation", new Look("directions_car", "#2196F3"),
            "entertainment", new Look("movie", "#9C27B0"),
            "shopping", new Look("shopping_bag", "#FF9800"),
            "healthcare", new Look("local_hospital", "#F44336"),
            "utilities", new Look("power", "#607D8B"),
            "other", CATEGORY);

    /** @param category a plan's name for it, in lower case */
    static Look ofPlanned(String category) {
        return KNOWN.getOrDefault(category, CATEGORY);
    }

    static Look ofSpending(Category category) {
        return KNOWN.getOrDefault(category.word(), MONEY);
    }
}
