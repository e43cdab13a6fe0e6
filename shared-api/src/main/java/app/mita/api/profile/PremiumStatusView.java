package app.mita.api.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the user is premium (core.md section 4).
 *
 * @param subscriptionType null without one
 * @param expiresAt        null when it does not end, or there is none
 * @param features         ids of what is switched on
 */
public record PremiumStatusView(
        UUID userId,
        boolean isPremium,
        @Nullable String subscriptionType,
        @Nullable Instant expiresAt,
        List<String> features) {}
