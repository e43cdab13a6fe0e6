package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import java.time.LocalDate;
import java.util.UUID;

/** What a fact is about. */
record FactKey(UUID user, LocalDate day, Category category) {

    /** On Kafka: {@code <user>/<day>/<category>}. */
    @Override
    public String toString() {
        return user + "/" + day + "/" + category.word();
    }

    /** @throws IllegalArgumentException for what {@link #toString} does not write */
    static FactKey read(String key) {
        var parts = key.split("/", 3);
        return new FactKey(
                UUID.fromString(parts[0]),
                LocalDate.parse(parts[1]),
                Category.named(parts[2]).orElseThrow(() -> new IllegalArgumentException("no category " + parts[2])));
    }

    static FactKey of(DailySpending fact) {
        return new FactKey(fact.userId(), fact.day(), fact.category());
    }

    static FactKey of(UUID user, TransactionDetails details) {
        return new FactKey(user, details.day(), details.category());
    }
}
