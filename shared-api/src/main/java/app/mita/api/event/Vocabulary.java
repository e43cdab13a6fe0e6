package app.mita.api.event;

import java.util.Set;

/** Words that are the app's own: whoever reads one learns nothing that a person has written. */
public enum Vocabulary {
    /** None: all of it is the person's. */
    NONE,
    /** A region that the planner has figures for, such as US-CA. */
    REGIONS("US", "US-CA", "US-FL", "US-NY", "US-TX", "GB"),
    /** The budget method that everybody begins with: 50/30/20 Rule. */
    BUDGET_METHODS("50/30/20 Rule"),
    /** A premium feature: advanced_analytics, ai_insights, unlimited_goals or priority_support. */
    FEATURES("advanced_analytics", "ai_insights", "unlimited_goals", "priority_support"),
    /** A platform of the app: android, ios or web. */
    PLATFORMS("android", "ios", "web");

    private final Set<String> words;

    Vocabulary(String... words) {
        this.words = Set.of(words);
    }

    /** In exactly this spelling. */
    public boolean has(String word) {
        return words.contains(word);
    }
}
