package app.mita.command.eventstore;

import app.mita.runtime.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Encoded events of one unit of work; nothing of them is in the database before the commit. */
final class PendingAppend implements AppendTransaction<Long> {

    private final Appender appender;
    private final Append append;
    private final AppendCondition condition;
    private final Tracing tracing;
    private final AtomicBoolean ended = new AtomicBoolean();

    PendingAppend(Appender appender, Append append, AppendCondition condition, Tracing tracing) {
        this.appender = appender;
        this.append = append;
        this.condition = condition;
        this.tracing = tracing;
    }

    @Override
    public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
        if (ended.getAndSet(true)) {
            return CompletableFuture.failedFuture(new IllegalStateException("already committed or rolled back"));
        }
        return (tracing.on() ? traced() : appender.append(append)).thenApply(last -> {
            if (last == null) {
                throw AppendEventsTransactionRejectedException.conflictingEventsDetected(condition.consistencyMarker());
            }
            return last;
        });
    }

    private CompletableFuture<@Nullable Long> traced() {
        var events = append.events();
        var span = tracing.begin("append", SpanKind.CLIENT, events.getFirst().traceparent())
                .with("db.system.name", "postgresql")
                .with("mita.events", events.size());
        return appender.append(append).whenComplete((last, failure) -> {
            if (last == null) {
                span.failed("conflict");
            } else {
                span.with("mita.position", last);
            }
            span.end(failure);
        });
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        ended.set(true);
    }

    /** All that the condition means has been seen up to the last event appended. */
    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Long last, @Nullable ProcessingContext context) {
        var seen = condition.criteria().flatten().stream()
                .collect(Collectors.toMap(criterion -> criterion, criterion -> last));
        return CompletableFuture.completedFuture(new SeenUpTo(seen, last));
    }
}
