package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import app.mita.command.eventstore.SourceRequests.Sourced;
import app.mita.runtime.tracing.Tracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.DelayedMessageStream;
import org.axonframework.messaging.core.FluxUtils;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage over our log in PostgreSQL. Nothing blocks: the futures complete on the database's event loop.
 * Payloads are {@link MitaEvent}s. A token is the position of the last event before those that it
 * stands for.
 */
final class PostgresEventStorageEngine implements EventStorageEngine {

    private final Appender appender;
    private final SourceRequests requests;
    private final Tail tail;
    private final EventFormat format;
    private final Tracing tracing;

    PostgresEventStorageEngine(
            Appender appender, SourceRequests requests, Tail tail, EventFormat format, Tracing tracing) {
        this.appender = appender;
        this.requests = requests;
        this.tail = tail;
        this.format = format;
        this.tracing = tracing;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
        }
        return format.encode(events)
                .<AppendTransaction<?>>map(encoded ->
                        new PendingAppend(appender, new Append(encoded, Condition.of(condition)), condition, tracing))
                // Whoever decided for a user whose key is gone must look again: the account is being deleted.
                .onErrorMap(
                        IllegalStateException.class,
                        keyGone -> new AppendEventsTransactionRejectedException(keyGone.getMessage()))
                .toFuture();
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        var after = Math.max(1, GlobalIndexPosition.toIndex(condition.start())) - 1;
        var criteria = condition.criteria().flatten();
        if (context != null && Boolean.TRUE.equals(context.getResource(Boundary.REMEMBERED))) {
            var seen = new HashMap<EventCriterion, Long>();
            criteria.forEach(criterion -> seen.put(criterion, after));
            return MessageStream.fromIterable(
                    List.of(TerminalEventMessage.INSTANCE), end -> endingWith(new SeenUpTo(seen, after)));
        }
        var reads = new LinkedHashMap<EventCriterion, CompletableFuture<Sourced>>();
        criteria.forEach(criterion -> reads.put(criterion, requests.read(Condition.of(criterion, after))));
        return DelayedMessageStream.create(
                reads.isEmpty()
                        ? requests.read(Condition.any(after))
                                .thenCompose(all -> streamOf(all.events(), Map.of(), all.head()))
                        : sourced(reads));
    }

    private CompletableFuture<MessageStream<EventMessage>> sourced(
            Map<EventCriterion, CompletableFuture<Sourced>> reads) {
        return CompletableFuture.allOf(reads.values().toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    var events = new ArrayList<StoredEvent>();
                    var seen = new HashMap<EventCriterion, Long>();
                    reads.forEach((criterion, read) -> {
                        events.addAll(read.join().events());
                        seen.put(criterion, read.join().head());
                    });
                    var head = seen.values().stream()
                            .mapToLong(Long::longValue)
                            .min()
                            .orElseThrow();
                    return streamOf(reads.size() == 1 ? events : inOrder(events), seen, head);
                });
    }

    /** What several criteria match comes once. */
    private static List<StoredEvent> inOrder(List<StoredEvent> events) {
        var byPosition = new HashMap<Long, StoredEvent>();
        events.forEach(event -> byPosition.put(event.position(), event));
        return byPosition.values().stream()
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .toList();
    }

    private CompletableFuture<MessageStream<EventMessage>> streamOf(
            List<StoredEvent> events, Map<EventCriterion, Long> seen, long head) {
        return format.decode(events)
                .map(decoded -> MessageStream.<EventMessage, EventMessage>fromStream(
                        Stream.concat(decoded.stream(), Stream.of(TerminalEventMessage.INSTANCE)),
                        message -> message,
                        message -> message instanceof LoggedEvent logged
                                ? logged.context()
                                : endingWith(new SeenUpTo(seen, head))))
                .toFuture();
    }

    private static Context endingWith(ConsistencyMarker marker) {
        return ConsistencyMarker.addToContext(Context.empty(), marker);
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        var position = condition.position();
        var matching = tail.after(position == null ? 0 : position.position().orElse(0))
                .filter(event ->
                        condition.matches(event.type().qualifiedName(), EventTags.of((MitaEvent) event.payload())));
        return FluxUtils.asMessageStream(matching, LoggedEvent::context).cast();
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return tail.head().<TrackingToken>map(GlobalSequenceTrackingToken::new).toFuture();
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return tail.lastBefore(at)
                .<TrackingToken>map(GlobalSequenceTrackingToken::new)
                .toFuture();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("log", "event_store.event in PostgreSQL");
    }
}
