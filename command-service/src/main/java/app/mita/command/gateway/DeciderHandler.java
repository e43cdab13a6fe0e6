package app.mita.command.gateway;

import app.mita.api.event.MitaEvent;
import app.mita.command.eventstore.Boundary;
import app.mita.command.eventstore.EventMetadata;
import app.mita.command.eventstore.MessageTypes;
import app.mita.command.eventstore.TimeOrderedIds;
import app.mita.command.gateway.FactMemory.Remembered;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Runs a decider as Axon's handler of its command: learns the facts through the event store's transaction, decides, and
 * publishes the events in the same unit of work, so that the append's condition covers every fact.
 *
 * <p>A command is first decided on remembered facts without reading anything. That counts only if it appends, because
 * only an append checks the memory; a refusal, or a decision that changes nothing, is taken again on facts just read.
 */
final class DeciderHandler<C extends Command<R>, R> implements CommandHandler {

    /** In a command's metadata: its facts must be read, since a decision on remembered ones failed. */
    static final String FRESH = "fresh";

    private static final MessageType RESULT = new MessageType(Outcome.class.getName());

    private final Decider<C, R> decider;
    private final EventStore store;
    private final FactMemory memory;
    private final Clock clock;

    DeciderHandler(Decider<C, R> decider, EventStore store, FactMemory memory, Clock clock) {
        this.decider = decider;
        this.store = store;
        this.memory = memory;
        this.clock = clock;
    }

    QualifiedName name() {
        return MessageTypes.of(decider.command()).qualifiedName();
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        var command = decider.command().cast(message.payload());
        var facts = List.copyOf(decider.facts(command));
        // PostgreSQL keeps microseconds; what is decided on must be what is recorded.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return MessageStream.fromFuture(decided(message, command, facts, now, context)
                .thenApply(outcome -> new GenericCommandResultMessage(
                        new GenericMessage(message.identifier(), RESULT, outcome, Map.of()))));
    }

    private CompletableFuture<Outcome<R>> decided(
            CommandMessage message, C command, List<Fact<?>> facts, Instant now, ProcessingContext context) {
        if (memory.remembers() && !message.metadata().containsKey(FRESH)) {
            var guesses = onMemory(command, facts, now);
            if (!guesses.isEmpty()) {
                var guess = guesses.getFirst();
                context.putResource(Boundary.REMEMBERED, true);
                return source(guess.recalled(), context)
                        .thenApply(known -> publish(guess.decision(), known, message, now, context));
            }
        }
        return read(command, facts, context)
                .thenApply(
                        known -> publish(decider.decide(command, statesOf(known), now), known, message, now, context));
    }

    /** A decision and the remembered facts that it rests on. */
    private record Guess<R>(Decision<R> decision, Map<Fact<?>, Remembered> recalled) {}

    /** A decision that will append; empty when there is none to trust. */
    private List<Guess<R>> onMemory(C command, List<Fact<?>> facts, Instant now) {
        try {
            var recalled = recall(facts);
            recalled.putAll(recall(further(command, recalled)));
            var decision = decider.decide(command, statesOf(recalled), now);
            return decision.events().isEmpty() ? List.of() : List.of(new Guess<>(decision, recalled));
        } catch (RuntimeException onPerhapsOutdatedFacts) {
            return List.of();
        }
    }

    /** What the first facts do not name themselves. */
    private List<Fact<?>> further(C command, Map<Fact<?>, Remembered> known) {
        return decider.furtherFacts(command, statesOf(known)).stream()
                .<Fact<?>>filter(fact -> !known.containsKey(fact))
                .toList();
    }

    /** The facts as they are now, the further ones by a second read. */
    private CompletableFuture<Map<Fact<?>, Remembered>> read(
            C command, List<Fact<?>> facts, ProcessingContext context) {
        return remembered(source(recall(facts), context)).thenCompose(known -> {
            var further = further(command, known);
            return further.isEmpty()
                    ? CompletableFuture.completedFuture(known)
                    : remembered(source(recall(further), context)).thenApply(more -> joined(known, more));
        });
    }

    private CompletableFuture<Map<Fact<?>, Remembered>> remembered(CompletableFuture<Map<Fact<?>, Remembered>> read) {
        return read.whenComplete((known, failure) -> {
            if (failure == null) {
                known.forEach(memory::keep);
            }
        });
    }

    private static <K, V> Map<K, V> joined(Map<K, V> some, Map<K, V> more) {
        var all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private Map<Fact<?>, Remembered> recall(List<Fact<?>> facts) {
        var recalled = new LinkedHashMap<Fact<?>, Remembered>();
        facts.forEach(fact -> recalled.put(fact, memory.recall(fact)));
        return recalled;
    }

    /** All facts at once, so that the engine can read them in one round trip. */
    private CompletableFuture<Map<Fact<?>, Remembered>> source(
            Map<Fact<?>, Remembered> from, ProcessingContext context) {
        var transaction = store.transaction(context);
        var reads = new LinkedHashMap<Fact<?>, CompletableFuture<Object>>();
        from.forEach((fact, remembered) -> reads.put(
                fact,
                transaction
                        .source(Boundary.after(remembered.position(), fact.tag()))
                        .reduce(
                                remembered.state(),
                                (state, entry) -> evolve(
                                        fact, state, (MitaEvent) entry.message().payload()))));
        return CompletableFuture.allOf(reads.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var marker = transaction.appendPosition();
                    var known = new LinkedHashMap<Fact<?>, Remembered>();
                    reads.forEach((fact, state) ->
                            known.put(fact, new Remembered(state.join(), Boundary.seen(marker, fact.tag()))));
                    return known;
                });
    }

    private Outcome<R> publish(
            Decision<R> decision,
            Map<Fact<?>, Remembered> known,
            CommandMessage message,
            Instant now,
            ProcessingContext context) {
        var outcome = new Outcome<>(decision.result());
        if (decision.events().isEmpty()) {
            return outcome;
        }
        var metadata = new LinkedHashMap<String, String>();
        metadata.put(EventMetadata.COMMAND_ID, message.identifier());
        var traceparent = message.metadata().get(EventMetadata.TRACEPARENT);
        if (traceparent != null) {
            metadata.put(EventMetadata.TRACEPARENT, traceparent);
        }
        var messages = new ArrayList<EventMessage>(decision.events().size());
        decision.events().forEach(event -> messages.add(eventMessage(event, metadata, now)));
        store.publish(context, messages);
        context.whenComplete(done -> {
            var marker = store.transaction(context).appendPosition();
            known.forEach((fact, before) ->
                    keepWhatWasAppended(fact, before, decision.events(), Boundary.seen(marker, fact.tag())));
            outcome.position = Boundary.last(marker);
        });
        return outcome;
    }

    private void keepWhatWasAppended(Fact<?> fact, Remembered before, List<MitaEvent> events, long position) {
        var state = before.state();
        for (var event : events) {
            if (event.tags().contains(fact.tag())) {
                state = evolve(fact, state, event);
            }
        }
        memory.keep(fact, new Remembered(state, position));
    }

    private static EventMessage eventMessage(MitaEvent event, Map<String, String> metadata, Instant now) {
        return new GenericEventMessage(
                TimeOrderedIds.at(now).toString(), MessageTypes.of(event.getClass()), event, metadata, now);
    }

    private static Known statesOf(Map<Fact<?>, Remembered> known) {
        var states = new LinkedHashMap<Fact<?>, Object>();
        known.forEach((fact, remembered) -> states.put(fact, remembered.state()));
        return new Known(states);
    }

    @SuppressWarnings("unchecked")
    private static <S> Object evolve(Fact<S> fact, Object state, MitaEvent event) {
        return fact.kind().evolve().apply((S) state, event);
    }
}
