package app.mita.api.budget;

import java.math.BigDecimal;

/**
 * What may be done to a budget without asking its user.
 *
 * @param redistributionEnabled whether overspending takes planned money from later days
 * @param notificationThreshold the share of a category's plan, from 0 to 1, at which its user is told
 */
public record Automation(
        boolean autoAdaptEnabled,
        boolean redistributionEnabled,
        boolean aiSuggestionsEnabled,
        BigDecimal notificationThreshold) {

    /** Until the user says otherwise. */
    public static final Automation DEFAULT = new Automation(true, true, true, new BigDecimal("0.8"));
}
