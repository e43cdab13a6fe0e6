package app.mita.command.analytics;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.analytics.FeatureAccessAttempted;
import app.mita.api.event.PersonalText;
import app.mita.runtime.web.Printable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of POST /api/analytics/feature-access-attempt; what is not said to be so is not. */
record AccessAttempt(
        @NotBlank @Size(max = Limits.WORD) @Printable String feature,
        @Nullable Boolean hasAccess,
        @Nullable Boolean isPremiumFeature,
        @Size(max = Limits.WORD) @Printable @Nullable String screen,
        @Metadata @Nullable Map<String, Object> metadata)
        implements Usage {

    @Override
    public FeatureAccessAttempted event(UUID user, ZoneId zone, Instant now) {
        return new FeatureAccessAttempted(
                user,
                new PersonalText(feature),
                requireNonNullElse(hasAccess, false),
                requireNonNullElse(isPremiumFeature, false),
                PersonalText.ofNullable(screen),
                Limits.personal(metadata),
                now);
    }

    /** Never what else the app says. */
    @Override
    public String toString() {
        return "attempt at a feature";
    }
}
