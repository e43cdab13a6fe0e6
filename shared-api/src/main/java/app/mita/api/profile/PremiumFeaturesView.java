package app.mita.api.profile;

import java.util.List;
import java.util.UUID;

/** What premium is, and what of it the user has (core.md section 4). */
public record PremiumFeaturesView(UUID userId, List<Feature> features, int totalFeatures, int enabledCount) {

    public record Feature(String featureId, String name, boolean enabled, String description) {}
}
