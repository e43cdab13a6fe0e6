package app.mita.projection.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not apply, or one that waits behind such a one of the same user.
 *
 * @param live    whether it has failed in the generation that readers take; otherwise in one that is being built only
 * @param cause   null for one that waits
 * @param payload as on Kafka, personal texts masked
 * @param waiting how many of the user's events wait behind it
 */
public record DeadLetterView(
        String projection,
        int generation,
        boolean live,
        UUID userId,
        long position,
        int partition,
        @Nullable UUID eventId,
        String type,
        @Nullable Instant occurredAt,
        @Nullable String cause,
        String payload,
        Instant parkedAt,
        long waiting) {}
