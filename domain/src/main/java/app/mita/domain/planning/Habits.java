package app.mita.domain.planning;

import java.util.Map;

/** How often in a month a user says they spend on a category. */
record Habits(Map<String, Integer> counts) {

    private static final int WEEKS = 4;
    private static final int MOST = 31;

    /** @return 0 when the user did not say */
    int daysOf(String category) {
        return switch (category) {
            case "coffee" -> WEEKS * count("coffee_per_week");
            case "transport", "transport public", "local transport" -> count("transport_per_month");
            case "dining out" -> count("dining_out_per_month");
            case "entertainment events" -> count("entertainment_per_month");
            case "clothing" -> count("clothing_per_month");
            default -> 0;
        };
    }

    private int count(String habit) {
        return Math.min(MOST, counts.getOrDefault(habit, 0));
    }
}
