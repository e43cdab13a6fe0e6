package app.mita.command.analytics;

import app.mita.api.analytics.PaywallShown;
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
 * Body of POST /api/analytics/paywall-impression.
 *
 * @param timestamp by the app's clock; now when absent
 */
record PaywallImpression(
        @NotBlank @Size(max = Limits.WORD) @Printable String screen,
        @Size(max = Limits.WORD) @Printable @Nullable String feature,
        @Size(max = Limits.WORD) @Printable @Nullable String context,
        @Metadata @Nullable Map<String, Object> metadata,
        @TimeShape @Nullable String timestamp)
        implements Usage {

    @Override
    public PaywallShown event(UUID user, ZoneId zone, Instant now) {
        return new PaywallShown(
                user,
                new PersonalText(screen),
                PersonalText.ofNullable(feature),
                PersonalText.ofNullable(context),
                Limits.personal(metadata),
                Limits.time(timestamp, zone, now));
    }

    /** Never what else the app says. */
    @Override
    public String toString() {
        return "impression of a paywall";
    }
}
