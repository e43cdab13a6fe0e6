package app.mita.api.drift;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * How far a month's division of money lies from that of the month before (planning.md, small engines).
 *
 * @param driftValue the share of the money that went elsewhere, 0 to 1; 0 when either month has no spending
 * @param history    earlier months that have one, the oldest first, at most eleven
 */
public record DriftView(UUID userId, YearMonth month, BigDecimal driftValue, List<Earlier> history) {

    public record Earlier(YearMonth month, BigDecimal driftValue) {}
}
