package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Read model {@code redistribution}, key the first transfer's id, ordered by {@code createdAt}: what an overspent
 * category of a day got, and from which others.
 *
 * @param day   whose {@code category} was overspent
 * @param given in the order in which they gave; not empty
 */
public record RebalanceDocument(String category, LocalDate day, Instant createdAt, List<Given> given) {

    /** What one category gave; the id names it in the user's redistribution history. */
    public record Given(UUID id, String from, Money amount) {}
}
