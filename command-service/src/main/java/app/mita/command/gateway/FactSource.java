package app.mita.command.gateway;

import app.mita.api.event.MitaEvent;
import app.mita.command.eventstore.Boundary;
import app.mita.command.gateway.FactMemory.Remembered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** Folds facts from what is remembered of them and the events since, through the event store's transaction. */
final class FactSource {

    private final EventStore store;
    private final FactMemory memory;

    FactSource(EventStore store, FactMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Whether anything is ever remembered. */
    boolean remembered() {
        return memory.remembers();
    }

    /** As they are remembered; perhaps outdated. */
    Map<Fact<?>, Remembered> recall(List<Fact<?>> facts) {
        var recalled = new LinkedHashMap<Fact<?>, Remembered>();
        facts.forEach(fact -> recalled.put(fact, memory.recall(fact)));
        return recalled;
    }

    /** As they are now; remembered from here on. */
    CompletableFuture<Map<Fact<?>, Remembered>> read(List<Fact<?>> facts, ProcessingContext context) {
        return find(facts).thenCompose(from -> source(from, context)).thenApply(known -> {
            known.forEach(memory::keep);
            return known;
        });
    }

    private CompletableFuture<Map<Fact<?>, Remembered>> find(List<Fact<?>> facts) {
        var finding = facts.stream().map(memory::find).toList();
        return CompletableFuture.allOf(finding.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var found = new LinkedHashMap<Fact<?>, Remembered>();
                    for (int i = 0; i < facts.size(); i++) {
                        found.put(facts.get(i), finding.get(i).join());
                    }
                    return found;
                });
    }

    /**
     * All facts at once, so that the engine can read them in one round trip; the append's condition covers them from then
     * on.
     */
    CompletableFuture<Map<Fact<?>, Remembered>> source(Map<Fact<?>, Remembered> from, ProcessingContext context) {
        var transaction = store.transaction(context);
        var reads = new LinkedHashMap<Fact<?>, CompletableFuture<Folded>>();
        from.forEach((fact, remembered) -> reads.put(
                fact,
                transaction
                        .source(Boundary.after(remembered.position(), fact.tag()))
                        .reduce(
                                new Folded(remembered.state(), remembered.unsaved()),
                                (before, entry) -> new Folded(
                                        evolve(fact, before.state, (MitaEvent)
                                                entry.message().payload()),
                                        before.unsaved + 1))));
        return CompletableFuture.allOf(reads.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var marker = transaction.appendPosition();
                    var known = new LinkedHashMap<Fact<?>, Remembered>();
                    reads.forEach((fact, read) -> {
                        var folded = read.join();
                        known.put(
                                fact, new Remembered(folded.state, Boundary.seen(marker, fact.tag()), folded.unsaved));
                    });
                    return known;
                });
    }

    private record Folded(Object state, int unsaved) {}

    /**
     * Remembers the facts as an append left them.
     *
     * @param before what the events were decided on
     * @param marker of the committed transaction
     */
    void keepAppended(Map<Fact<?>, Remembered> before, List<MitaEvent> events, ConsistencyMarker marker) {
        before.forEach((fact, known) -> {
            var state = known.state();
            int unsaved = known.unsaved();
            for (var event : events) {
                if (event.tags().contains(fact.tag())) {
                    state = evolve(fact, state, event);
                    unsaved++;
                }
            }
            memory.keep(fact, new Remembered(state, Boundary.seen(marker, fact.tag()), unsaved));
        });
    }

    @SuppressWarnings("unchecked")
    private static <S> Object evolve(Fact<S> fact, Object state, MitaEvent event) {
        return fact.kind().evolve().apply((S) state, event);
    }
}
