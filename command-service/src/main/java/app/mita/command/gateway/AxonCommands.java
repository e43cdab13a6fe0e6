package app.mita.command.gateway;

import app.mita.api.event.UserPartition;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.eventstore.EventMetadata;
import app.mita.command.eventstore.EventStoreUnavailable;
import app.mita.command.eventstore.MessageTypes;
import app.mita.command.eventstore.TimeOrderedIds;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Sends commands over Axon's bus: a user's one after the other, and once more when another node got in between. */
final class AxonCommands implements Commands {

    private static final Logger LOG = LoggerFactory.getLogger(AxonCommands.class);

    /** Together with the waits between them well below a client's patience. */
    private static final int ATTEMPTS = 6;

    /** Doubled with each further attempt. */
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(4);

    /** Later than this, read models show a write or are known to be behind. */
    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

    private static final long MOST_USERS = 50_000;

    private final CommandBus bus;
    private final Clock clock;
    private final int partitions;
    private final Lanes lanes = new Lanes();

    /** By user, what this node appended a moment ago. */
    private final Cache<UUID, Long> lastAppended = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST_LAG)
            .maximumSize(MOST_USERS)
            .executor(Runnable::run)
            .build();

    AxonCommands(CommandBus bus, Clock clock, int partitions) {
        this.bus = bus;
        this.clock = clock;
        this.partitions = partitions;
    }

    /** A client that goes away does not take back its command. */
    @Override
    public <R> Mono<Written<R>> send(Command<R> command) {
        return Mono.deferContextual(context -> {
            var metadata = new HashMap<String, String>();
            context.<String>getOrEmpty(TRACEPARENT)
                    .ifPresent(traceparent -> metadata.put(EventMetadata.TRACEPARENT, traceparent));
            var id = TimeOrderedIds.at(clock.instant()).toString();
            return untilNobodyWaits(lanes.run(command.user(), () -> attempt(command, id, metadata, 1)));
        });
    }

    /** The future goes on without its subscriber, and its failure is then nobody's: no error that was dropped. */
    private static <T> Mono<T> untilNobodyWaits(CompletableFuture<T> future) {
        return Mono.create(sink -> {
            var waited = new AtomicBoolean(true);
            sink.onCancel(() -> waited.set(false));
            future.whenComplete((value, failure) -> {
                if (failure == null) {
                    sink.success(value);
                } else if (waited.get()) {
                    sink.error(causeOf(failure));
                }
            });
        });
    }

    private <R> CompletableFuture<Written<R>> attempt(
            Command<R> command, String id, Map<String, String> metadata, int attempt) {
        var message = new GenericCommandMessage(
                new GenericMessage(id, MessageTypes.of(command.getClass()), command, metadata));
        return bus.dispatch(message, null)
                .thenApply(result -> AxonCommands.<R>written(result.payload()))
                .thenApply(outcome -> new Written<>(
                        outcome.result,
                        UserPartition.of(command.user(), partitions),
                        positionOf(command.user(), outcome.position)))
                .exceptionallyCompose(failure -> switch (causeOf(failure)) {
                    case AppendEventsTransactionRejectedException conflict
                    when attempt < ATTEMPTS -> {
                        var fresh = new HashMap<>(metadata);
                        fresh.put(DeciderHandler.FRESH, "true");
                        yield CompletableFuture.supplyAsync(() -> fresh, soonAfter(attempt))
                                .thenCompose(again -> attempt(command, id, again, attempt + 1));
                    }
                    case AppendEventsTransactionRejectedException conflict ->
                        refused(ErrorCode.CONFLICT, "Someone else keeps changing this at the same time; try again.");
                    case EventStoreUnavailable unavailable -> {
                        LOG.warn("Command {} could not be carried out: {}", id, unavailable.getMessage());
                        yield refused(
                                ErrorCode.SERVICE_UNAVAILABLE, "The request could not be stored; try again soon.");
                    }
                    case Throwable other -> CompletableFuture.failedFuture(other);
                });
    }

    /** A command that appends nothing has its answer from what was written a moment ago, which reads must show too. */
    private long positionOf(UUID user, long appended) {
        if (appended > 0) {
            lastAppended.put(user, appended);
            return appended;
        }
        return Objects.requireNonNullElse(lastAppended.getIfPresent(user), 0L);
    }

    @SuppressWarnings("unchecked")
    private static <R> Outcome<R> written(Object payload) {
        return (Outcome<R>) payload;
    }

    private static <T> CompletableFuture<T> refused(ErrorCode code, String message) {
        return CompletableFuture.failedFuture(new Refused(code, message));
    }

    /** At a random moment, so that two nodes in each other's way part. */
    private static Executor soonAfter(int attempt) {
        var nanos = ThreadLocalRandom.current().nextLong(LONGEST_FIRST_WAIT.toNanos() << attempt - 1);
        return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS);
    }

    private static Throwable causeOf(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
