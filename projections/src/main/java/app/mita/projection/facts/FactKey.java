package app.mita.projection.facts;

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

    static FactKey of(UUID user, TransactionDetails details) {
        return new FactKey(user, details.day(), details.category());
    }
}
