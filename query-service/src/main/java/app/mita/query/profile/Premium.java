package app.mita.query.profile;

import app.mita.api.money.Money;
import app.mita.api.profile.PremiumFeaturesView;
import app.mita.api.profile.PremiumFeaturesView.Feature;
import app.mita.api.profile.PremiumStatusView;
import app.mita.api.profile.SubscriptionHistoryView;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What premium is. It is granted by an operator, not bought: so there is no subscription to tell of. */
enum Premium {
    ADVANCED_ANALYTICS("advanced_analytics", "Advanced Analytics", "Reports that look deeper into where money goes."),
    AI_INSIGHTS("ai_insights", "AI-Powered Insights", "Hints that are made from your own spending."),
    UNLIMITED_GOALS("unlimited_goals", "Unlimited Goals", "As many savings goals as you like."),
    PRIORITY_SUPPORT("priority_support", "Priority Support", "Your questions are answered first.");

    private static final String GRANTED = "premium";

    private final String id;
    private final String title;
    private final String description;

    Premium(String id, String title, String description) {
        this.id = id;
        this.title = title;
        this.description = description;
    }

    static PremiumStatusView status(UUID user, boolean premium) {
        return new PremiumStatusView(
                user,
                premium,
                premium ? GRANTED : null,
                null,
                premium ? Stream.of(values()).map(feature -> feature.id).toList() : List.of());
    }

    static PremiumFeaturesView features(UUID user, boolean premium) {
        return new PremiumFeaturesView(
                user,
                Stream.of(values())
                        .map(feature -> new Feature(feature.id, feature.title, premium, feature.description))
                        .toList(),
                values().length,
                premium ? values().length : 0);
    }

    static SubscriptionHistoryView history(UUID user) {
        return new SubscriptionHistoryView(user, List.of(), Money.ZERO, null, 0);
    }
}
