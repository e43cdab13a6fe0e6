package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Read model {@code redistribution}, key the transfer's id, ordered by {@code createdAt}: what one category gave to
 * another.
 *
 * @param reason  a word, such as {@code realtime_rebalance}
 * @param fromDay the day whose category was overspent
 */
public record RedistributionDocument(
        UUID id,
        String fromCategory,
        String toCategory,
        Money amount,
        String reason,
        LocalDate fromDay,
        Instant createdAt) {}
