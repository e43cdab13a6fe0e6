package app.mita.command.budget;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.budget.Automation;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of PATCH /api/budget/automation_settings; what is absent or null stays.
 *
 * @param notificationThreshold a share from 0 to 1
 * @param unknown               switches of other versions of the app: answered as they were sent, and not kept
 */
record AutomationChanges(
        @Nullable Boolean autoAdaptEnabled,
        @Nullable Boolean redistributionEnabled,
        @Nullable Boolean aiSuggestionsEnabled,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4) @Nullable
        BigDecimal notificationThreshold,

        @JsonAnySetter @Size(max = 20) @Nullable Map<String, Object> unknown) {

    Automation applyTo(Automation before) {
        return new Automation(
                requireNonNullElse(autoAdaptEnabled, before.autoAdaptEnabled()),
                requireNonNullElse(redistributionEnabled, before.redistributionEnabled()),
                requireNonNullElse(aiSuggestionsEnabled, before.aiSuggestionsEnabled()),
                notificationThreshold == null
                        ? before.notificationThreshold()
                        : notificationThreshold.stripTrailingZeros());
    }

    /** What was sent, by its name on the wire. */
    Map<String, Object> sent() {
        var sent = new LinkedHashMap<String, Object>();
        put(sent, "auto_adapt_enabled", autoAdaptEnabled);
        put(sent, "redistribution_enabled", redistributionEnabled);
        put(sent, "ai_suggestions_enabled", aiSuggestionsEnabled);
        put(sent, "notification_threshold", notificationThreshold);
        if (unknown != null) {
            unknown.forEach((name, value) -> {
                if (value instanceof Boolean) {
                    sent.put(name, value);
                }
            });
        }
        return sent;
    }

    private static void put(Map<String, Object> sent, String name, @Nullable Object value) {
        if (value != null) {
            sent.put(name, value);
        }
    }
}
