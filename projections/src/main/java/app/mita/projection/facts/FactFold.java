package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.money.Money;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts while events change them. Used by one thread. */
final class FactFold {

    private final Map<FactKey, DailySpending> facts = new HashMap<>();
    private final Map<FactKey, Long> changed = new LinkedHashMap<>();

    /**
     * A fact after the events.
     *
     * @param fact null when there is nothing to say of the key any more
     */
    record Changed(FactKey key, @Nullable DailySpending fact, long position) {}

    /** @param known the present facts of every key that the events change, and all of users whom they delete */
    FactFold(Collection<DailySpending> known) {
        known.forEach(fact -> facts.put(FactKey.of(fact), fact));
    }

    void apply(FactEvent event) {
        change(event.payload(), event.position());
    }

    /** What has changed since this was asked last, each key once. */
    List<Changed> changes() {
        var changes = changed.entrySet().stream()
                .map(change -> new Changed(change.getKey(), facts.get(change.getKey()), change.getValue()))
                .toList();
        changed.clear();
        return changes;
    }

    private void change(MitaEvent event, long position) {
        switch (event) {
            case TransactionRecorded recorded -> add(recorded.user(), recorded.details(), position);
            case TransactionCorrected corrected -> {
                remove(corrected.user(), corrected.before(), position);
                add(corrected.user(), corrected.after(), position);
            }
            case TransactionDeleted deleted -> remove(deleted.user(), deleted.last(), position);
            case AccountDeleted deleted -> {
                var gone = facts.keySet().stream()
                        .filter(key -> key.user().equals(deleted.user()))
                        .toList();
                gone.forEach(key -> put(key, 0, Money.ZERO, position));
            }
            default -> {}
        }
    }

    private void add(UUID user, TransactionDetails details, long position) {
        var key = FactKey.of(user, details);
        var before = facts.get(key);
        put(
                key,
                before == null ? 1 : before.count() + 1,
                before == null ? details.amount() : before.total().plus(details.amount()),
                position);
    }

    private void remove(UUID user, TransactionDetails details, long position) {
        var key = FactKey.of(user, details);
        var before = facts.get(key);
        if (before != null) {
            put(key, before.count() - 1, before.total().minus(details.amount()), position);
        }
    }

    private void put(FactKey key, int count, Money total, long position) {
        if (count == 0) {
            facts.remove(key);
        } else {
            facts.put(key, new DailySpending(key.user(), key.day(), key.category(), count, total, position));
        }
        changed.put(key, position);
    }
}
