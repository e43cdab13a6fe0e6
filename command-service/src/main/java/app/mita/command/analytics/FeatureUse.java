package app.mita.command.analytics;

import app.mita.api.analytics.FeatureUsed;
import app.mita.api.event.PersonalText;
import app.mita.command.web.TimeShape;
import app.mita.runtime.web.Printable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/analytics/feature-usage.
 *
 * @param timestamp by the app's clock; now when absent
 */
record FeatureUse(
        @NotBlank @Size(max = Limits.WORD) @Printable String feature,
        @Size(max = Limits.WORD) @Printable @Nullable String screen,
        @Size(max = Limits.WORD) @Printable @Nullable String action,
        @Metadata @Nullable Map<String, Object> metadata,
        @Size(max = Limits.WORD) @Printable @Nullable String sessionId,
        @Size(max = Limits.WORD) @Printable @Nullable String platform,
        @Size(max = Limits.WORD) @Printable @Nullable String appVersion,
        @TimeShape @Nullable String timestamp)
        implements Usage {

    @Override
    public FeatureUsed event(UUID user, ZoneId zone, Instant now) {
        return new FeatureUsed(
                user,
                new PersonalText(feature),
                PersonalText.ofNullable(screen),
                PersonalText.ofNullable(action),
                Limits.personal(metadata),
                PersonalText.ofNullable(sessionId),
                PersonalText.ofNullable(platform),
                PersonalText.ofNullable(appVersion),
                Limits.time(timestamp, zone, now));
    }

    /** Never what else the app says. */
    @Override
    public String toString() {
        return "use of a feature";
    }
}
