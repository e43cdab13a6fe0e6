package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** @param events the newest first */
public record RedistributionHistoryView(int count, List<Redistribution> events) {

    /** Every rebalance follows from a write; the contract's other reasons are of jobs that it does not have. */
    private static final String REASON = "realtime_rebalance";

    /**
     * What one category gave to another.
     *
     * @param fromDay the day whose category was overspent
     */
    public record Redistribution(
            UUID id,
            String fromCategory,
            String toCategory,
            Money amount,
            String reason,
            LocalDate fromDay,
            Instant createdAt) {}

    /**
     * @param rebalances the newest first
     * @param limit      of transfers, not of rebalances
     */
    public static RedistributionHistoryView of(List<RebalanceDocument> rebalances, int limit) {
        var events = rebalances.stream()
                .flatMap(RedistributionHistoryView::transfers)
                .limit(limit)
                .toList();
        return new RedistributionHistoryView(events.size(), events);
    }

    private static Stream<Redistribution> transfers(RebalanceDocument rebalance) {
        return rebalance.given().reversed().stream()
                .map(given -> new Redistribution(
                        given.id(),
                        given.from(),
                        rebalance.category(),
                        given.amount(),
                        REASON,
                        rebalance.day(),
                        rebalance.createdAt()));
    }
}
