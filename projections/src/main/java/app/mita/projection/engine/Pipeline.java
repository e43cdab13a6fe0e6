package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import app.mita.api.identity.AccountDeleted;
import app.mita.runtime.personal.PersonalKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A batch's way from arrivals to stored documents. While one batch is being stored the next is read, decoded and folded,
 * on documents that are as good as stored, and its new documents are copied; two are under way at most, and the second is
 * not stored before the first. When anything fails, all that was not stored is
 * forgotten and the claims must be taken anew. Used by one thread, but for {@link #decode}.
 */
final class Pipeline {

    private final PersonalKeys keys;
    private final EventReader reader;
    private final Documents documents;
    private final BatchStore store;
    private final BiConsumer<Claim, Long> count;
    private final Step.Watcher watcher;
    private final ApplyObserver observer;
    private @Nullable UnderWay underWay;

    private record UnderWay(Applied applied, CompletableFuture<@Nullable Void> done) {}

    /** @param count told how many events each claim has moved over */
    Pipeline(
            PersonalKeys keys,
            EventReader reader,
            Documents documents,
            BatchStore store,
            BiConsumer<Claim, Long> count,
            Step.Watcher watcher,
            ApplyObserver observer) {
        this.keys = keys;
        this.reader = reader;
        this.documents = documents;
        this.store = store;
        this.count = count;
        this.watcher = watcher;
        this.observer = observer;
    }

    /**
     * Applies arrivals; returns when they are on their way to the database and what came before is stored.
     *
     * @param lanes     by partition, one for each arrival
     * @param onFailure run, on any thread, when storing fails after this has returned; {@link #settle} then throws
     */
    void accept(List<Arrival> arrivals, Map<Integer, Lane> lanes, Runnable onFailure) {
        apply(decode(arrivals, lanes), lanes, onFailure);
    }

    /** Makes events of arrivals; a thread of its own may do that for the next batch. */
    List<Decoded> decode(List<Arrival> arrivals, Map<Integer, Lane> lanes) {
        watcher.reached(Step.RECEIVED);
        var users = arrivals.stream().map(Arrival::user).collect(Collectors.toUnmodifiableSet());
        var found = Objects.requireNonNull(await(keys.find(users)));
        var decoded = arrivals.stream()
                .map(arrival -> reader.read(
                        arrival,
                        found.get(arrival.user()),
                        Objects.requireNonNull(lanes.get(arrival.partition()))::folds,
                        null))
                .toList();
        watcher.reached(Step.DECODED);
        return decoded;
    }

    /** Does the rest of {@link #accept}. */
    void apply(List<Decoded> decoded, Map<Integer, Lane> lanes, Runnable onFailure) {
        for (var part : endingWithDeletions(decoded)) {
            applyPart(part, lanes, onFailure);
        }
    }

    /** Waits until nothing is under way. Fails when storing has failed. */
    void settle() {
        var storing = underWay;
        if (storing != null) {
            underWay = null;
            await(storing.done);
            watcher.reached(Step.STORED);
            documents.stored(storing.applied.erased());
        }
    }

    void forget() {
        underWay = null;
        documents.forget();
    }

    private void applyPart(List<Decoded> events, Map<Integer, Lane> lanes, Runnable onFailure) {
        var observed = observer.applying(events);
        var fold = BatchFold.of(events, lanes::get);
        if (underWay != null && !underWay.applied.erased().isEmpty()) {
            settle();
        }
        var known = Objects.requireNonNull(await(documents.find(fold.needed())));
        watcher.reached(Step.LOADED);
        var applied = fold.apply(known);
        move(events, lanes, applied);
        var json = Json.of(applied);
        watcher.reached(Step.FOLDED);
        watcher.reached(Step.STORING);
        var done = store.store(applied, json.texts(), preceding()).toFuture();
        settle();
        underWay = new UnderWay(applied, done);
        documents.storing(json.held());
        done.whenComplete((stored, failure) -> {
            observed.end(failure);
            if (failure != null) {
                onFailure.run();
            }
        });
    }

    private BatchStore.Preceding preceding() {
        return underWay == null
                ? BatchStore.Preceding.NOTHING
                : new BatchStore.Preceding(underWay.applied.documents().keySet(), Mono.fromFuture(underWay.done, true));
    }

    private void move(List<Decoded> events, Map<Integer, Lane> lanes, Applied applied) {
        var last = events.stream()
                .map(Decoded::arrival)
                .collect(Collectors.toMap(Arrival::partition, arrival -> arrival, (earlier, later) -> later));
        var arrived = events.stream()
                .collect(Collectors.groupingBy(event -> event.arrival().partition(), Collectors.counting()));
        last.forEach((partition, arrival) -> {
            var lane = Objects.requireNonNull(lanes.get(partition));
            for (var claim : lane.claims()) {
                if (arrival.position() > claim.position()) {
                    applied.moves()
                            .add(new Applied.Move(
                                    lane, claim, claim.position(), arrival.position(), arrival.offset() + 1));
                    claim.moveTo(arrival.position(), arrival.offset() + 1);
                    count.accept(claim, arrived.get(partition));
                }
            }
        });
    }

    /** Should anything follow a user's deletion it belongs into the next part: one statement cannot erase and write. */
    private static List<List<Decoded>> endingWithDeletions(List<Decoded> events) {
        var parts = new ArrayList<List<Decoded>>();
        var part = new ArrayList<Decoded>();
        Set<UUID> deleted = new HashSet<>();
        for (var event : events) {
            if (deleted.contains(event.arrival().user())) {
                parts.add(part);
                part = new ArrayList<>();
                deleted.clear();
            }
            part.add(event);
            if (event instanceof Decoded.Event decoded && decoded.event().payload() instanceof AccountDeleted) {
                deleted.add(event.arrival().user());
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
