package app.mita.projection.engine;

import app.mita.api.event.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a batch's events in order. An event that a projection fails on parks its user there, and nobody else. */
final class BatchFold {

    private static final Logger log = LoggerFactory.getLogger(BatchFold.class);

    private final List<Pending> pending;
    private final Applied applied = new Applied();

    private BatchFold(List<Pending> pending) {
        this.pending = pending;
    }

    /** @param lanes finds the lane of a partition */
    static BatchFold of(List<Decoded> events, Function<Integer, Lane> lanes) {
        var pending = new ArrayList<Pending>(events.size() * 4);
        for (var decoded : events) {
            for (var claim : lanes.apply(decoded.arrival().partition()).claims()) {
                var work = Pending.of(claim, decoded);
                if (work != null) {
                    pending.add(work);
                }
            }
        }
        return new BatchFold(pending);
    }

    /** Documents whose present state must be known, each with the epoch of the claim that it is read under. */
    Map<DocumentKey, Long> needed() {
        var needed = new LinkedHashMap<DocumentKey, Long>();
        for (var work : pending) {
            if (work.prior() == Prior.SHOWN) {
                var claim = work.claim();
                for (var key : work.keys()) {
                    needed.put(
                            new DocumentKey(claim.projection(), work.arrival().user(), key), claim.epoch());
                }
            }
        }
        return needed;
    }

    /** @param known present documents; those that are not in it do not exist or do not matter */
    Applied apply(Map<DocumentKey, Object> known) {
        for (var work : pending) {
            apply(work, known);
        }
        return applied;
    }

    private void apply(Pending work, Map<DocumentKey, Object> known) {
        var claim = work.claim();
        var user = work.arrival().user();
        if (work.deletesAccount()) {
            claim.parked().remove(user);
            applied.erase(claim.projection(), user);
        } else if (claim.parked().contains(user)) {
            applied.deadLetters().add(DeadLetter.waiting(claim.projection(), work.arrival()));
        } else if (work.failure() != null) {
            park(work, work.failure());
        } else {
            try {
                fold(work, Objects.requireNonNull(work.event()), known);
            } catch (RuntimeException | StackOverflowError failure) {
                park(work, failure);
            }
        }
    }

    /** Every document or none: what an event has changed before it failed does not count. */
    private void fold(Pending work, RecordedEvent event, Map<DocumentKey, Object> known) {
        var claim = work.claim();
        var model = claim.projection().model();
        var results = new ArrayList<Map.Entry<DocumentKey, Applied.Result>>(2);
        for (var key : work.keys()) {
            var at = new DocumentKey(claim.projection(), event.user(), Storable.key(key));
            var document = Storable.document(model, model.fold(key, present(at, known), event));
            results.add(Map.entry(
                    at, new Applied.Result(claim, document, event.position(), isNew(at, work.prior(), known))));
        }
        results.forEach(result -> applied.documents().put(result.getKey(), result.getValue()));
    }

    private boolean isNew(DocumentKey key, Prior prior, Map<DocumentKey, Object> known) {
        var changed = applied.documents().get(key);
        if (changed != null) {
            return changed.isNew();
        }
        return prior == Prior.NONE || prior == Prior.SHOWN && !known.containsKey(key);
    }

    private @Nullable Object present(DocumentKey key, Map<DocumentKey, Object> known) {
        var changed = applied.documents().get(key);
        return changed != null ? changed.document() : known.get(key);
    }

    private void park(Pending work, Throwable failure) {
        var claim = work.claim();
        var arrival = work.arrival();
        if (claim.passesOver(arrival.position())) {
            return;
        }
        var letter = DeadLetter.failed(claim.projection(), arrival, failure, work.event());
        log.error(
                "{} cannot apply event {} ({}): its user {} is parked there: {}",
                claim.projection(),
                arrival.position(),
                arrival.type(),
                arrival.user(),
                letter.cause());
        claim.parked().add(arrival.user());
        applied.deadLetters().add(letter);
    }
}
