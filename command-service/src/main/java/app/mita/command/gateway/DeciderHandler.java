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
    private final FactSource facts;
    private final Clock clock;

    DeciderHandler(Decider<C, R> decider, EventStore store, FactMemory memory, Clock clock) {
        this.decider = decider;
        this.store = store;
        this.facts = new FactSource(store, memory);
        this.clock = clock;
    }

    QualifiedName name() {
        return MessageTypes.of(decider.command()).qualifiedName();
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        var command = decider.command().cast(message.payload());
        var first = List.copyOf(decider.facts(command));
        // PostgreSQL keeps microseconds; what is decided on must be what is recorded.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return MessageStream.fromFuture(decided(message, command, first, now, context)
                .thenApply(outcome -> new GenericCommandResultMessage(
                        new GenericMessage(message.identifier(), RESULT, outcome, Map.of()))));
    }

    private CompletableFuture<Outcome<R>> decided(
            CommandMessage message, C command, List<Fact<?>> first, Instant now, ProcessingContext context) {
        if (facts.remembered() && !message.metadata().containsKey(FRESH)) {
            var guesses = onMemory(command, first, now);
            if (!guesses.isEmpty()) {
                var guess = guesses.getFirst();
                context.putResource(Boundary.REMEMBERED, true);
                return facts.source(guess.recalled(), context)
                        .thenApply(known -> publish(guess.decision(), known, message, now, context));
            }
        }
        return read(command, first, context)
                .thenApply(
                        known -> publish(decider.decide(command, statesOf(known), now), known, message, now, context));
    }

    /** A decision and the remembered facts that it rests on. */
    private record Guess<R>(Decision<R> decision, Map<Fact<?>, Remembered> recalled) {}

    /** A decision that will append; empty when there is none to trust. */
    private List<Guess<R>> onMemory(C command, List<Fact<?>> first, Instant now) {
        try {
            var recalled = facts.recall(first);
            recalled.putAll(facts.recall(further(command, recalled)));
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
            C command, List<Fact<?>> first, ProcessingContext context) {
        return facts.read(first, context).thenCompose(known -> {
            var further = further(command, known);
            return further.isEmpty()
                    ? CompletableFuture.completedFuture(known)
                    : facts.read(further, context).thenApply(more -> {
                        var all = new LinkedHashMap<>(known);
                        all.putAll(more);
                        return all;
                    });
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
            facts.keepAppended(known, decision.events(), marker);
            outcome.position = Boundary.last(marker);
        });
        return outcome;
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
}
