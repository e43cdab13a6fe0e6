package app.mita.api.budget;

import java.util.List;

/**
 * What was adapted on a user's behalf.
 *
 * @param recentAdaptations  the newest first
 * @param pendingSuggestions empty: an adaptation that is asked for is made at once, none waits for consent
 */
public record AdaptationsView(
        List<SettingsDocument.Adaptation> recentAdaptations,
        List<SettingsDocument.Adaptation> pendingSuggestions,
        boolean autoAdaptEnabled) {}
