package app.mita.api.event;

import app.mita.api.transactions.Category;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

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
    PLATFORMS("android", "ios", "web"),
    /** A category that the planner or a transaction names, or a fixed expense that onboarding offers. */
    PLAN_CATEGORIES(planCategories());

    private final Set<String> words;

    Vocabulary(String... words) {
        this.words = Set.of(words);
    }

    private static String[] planCategories() {
        return Stream.concat(
                        Arrays.stream(Category.values()).map(Category::word),
                        Stream.of(
                                "books",
                                "car maintenance",
                                "childcare or education",
                                "cloud storage",
                                "coffee",
                                "courses online",
                                "debt repayment",
                                "delivery",
                                "dining out",
                                "emergency fund",
                                "entertainment events",
                                "flights",
                                "gaming",
                                "gym fitness",
                                "hobbies",
                                "home goods",
                                "home repairs",
                                "hotels",
                                "insurance medical",
                                "investment contribution",
                                "loans",
                                "local transport",
                                "media streaming",
                                "other fixed",
                                "out of pocket medical",
                                "personal care",
                                "rent or mortgage",
                                "savings",
                                "savings emergency",
                                "savings goal",
                                "savings goal based",
                                "school fees",
                                "subscriptions software",
                                "taxi ridehailing",
                                "tech gadgets",
                                "transport",
                                "transport gas",
                                "transport public"))
                // In what is given to a plan underscore and space mean the same.
                .flatMap(word -> Stream.of(word, word.replace(' ', '_'), word.replace('_', ' ')))
                .distinct()
                .toArray(String[]::new);
    }

    /** In exactly this spelling. */
    public boolean has(String word) {
        return words.contains(word);
    }
}
