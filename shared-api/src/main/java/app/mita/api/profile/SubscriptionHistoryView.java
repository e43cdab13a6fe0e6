package app.mita.api.profile;

import app.mita.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The user's subscriptions (core.md section 4).
 *
 * @param activeSince null while there is none
 */
public record SubscriptionHistoryView(
        UUID userId,
        List<Subscription> subscriptions,
        Money totalSpent,
        @Nullable Instant activeSince,
        int subscriptionCount) {

    /** @param endedAt null while it runs */
    public record Subscription(
            String subscriptionType,
            Instant startedAt,
            @Nullable Instant endedAt,
            Money price) {}
}
