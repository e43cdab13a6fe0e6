package app.mita.command.gateway;

import static app.mita.command.gateway.Renaming.opened;
import static app.mita.command.gateway.Renaming.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.event.UserPartition;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.eventstore.Boundary;
import app.mita.command.eventstore.EventStoreNode;
import app.mita.command.eventstore.StoredEvent;
import app.mita.command.gateway.Renaming.Rename;
import app.mita.embedded.TestBackend;
import app.mita.runtime.tracing.Tracing;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Commands through Axon into a real log, on one node and on two. */
class AxonCommandsTest {

    private static final int COMMANDS = 64;

    private static EventStoreNode here;
    private static EventStoreNode there;

    private final UUID user = here.user();

    @BeforeAll
    static void start() {
        var database = TestBackend.freshDatabase();
        here = new EventStoreNode(database);
        there = new EventStoreNode(database);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void concurrentCommandsOfOneUserAllSucceedOneAfterTheOther() {
        var commands = commandsOn(here, new Renaming.Rule(true));
        var written = Flux.range(0, COMMANDS)
                .flatMap(nth -> commands.send(new Rename(user, "name " + nth)), COMMANDS)
                .collectList()
                .block();

        assertThat(written).extracting(Written::result).containsExactlyInAnyOrderElementsOf(upTo(COMMANDS));
        assertThat(written).extracting(Written::partition).containsOnly(UserPartition.of(user, 12));
        assertThat(written).extracting(Written::position).doesNotHaveDuplicates();
    }

    @Test
    void noUpdateIsLostBetweenTwoNodes() {
        var nodes = List.of(commandsOn(here, new Renaming.Rule(true)), commandsOn(there, new Renaming.Rule(true)));
        var written = Flux.range(0, 40)
                .flatMap(nth -> nodes.get(nth % 2)
                        .send(new Rename(user, "name " + nth))
                        .retryWhen(Retry.max(100).filter(Refused.class::isInstance)))
                .collectList()
                .block();
        assertThat(written).extracting(Written::result).containsExactlyInAnyOrderElementsOf(upTo(40));
    }

    @Test
    void aNodeNoticesWhatAnotherDecidedEvenWhenItRefusesOrChangesNothing() {
        var onHere = commandsOn(here, new Renaming.Rule(false));
        var onThere = commandsOn(there, new Renaming.Rule(true));
        assertRefused(ErrorCode.TOKEN_INVALID, onHere, new Rename(user, "too early"));

        onThere.send(new Rename(user, "other")).block();
        var opening = commandsOn(there, new OpenAccount());
        opening.send(new Open(user)).block();

        assertThat(onHere.send(new Rename(user, "")).block())
                .isEqualTo(new Written<>(0, UserPartition.of(user, 12), 0));
        assertThat(onHere.send(new Rename(user, "new")).block().result()).isEqualTo(1);
    }

    @Test
    void whoeverIsAlwaysOvertakenGetsAConflict() {
        var overtakings = new AtomicInteger();
        var overtaken = commandsOn(
                beforeAppends(here.engine(), () -> {
                    overtakings.incrementAndGet();
                    return there.append(AppendCondition.none(), renamed(user, "rival", Instant.EPOCH));
                }),
                new Renaming.Rule(true));

        assertRefused(ErrorCode.CONFLICT, overtaken, new Rename(user, "slow"));

        assertThat(overtakings).hasValueGreaterThan(3);
        var answer = commandsOn(there, new Renaming.Rule(true))
                .send(new Rename(user, ""))
                .block();
        assertThat(answer.result()).as("the rival's renamings alone").isEqualTo(overtakings.get());
    }

    @Test
    void aFactThatAnotherFactNamesIsKnownAndGuardedToo() {
        var nodes = List.of(commandsOn(here, new Paging.Rule()), commandsOn(there, new Paging.Rule()));
        var renaming = commandsOn(here, new Renaming.Rule(true));
        for (int renamings = 0; renamings < 3; renamings++) {
            var month = Paging.month(renamings);
            var written = Flux.range(0, 20)
                    .flatMap(nth -> nodes.get(nth % 2)
                            .send(new Paging.Write(user))
                            .retryWhen(Retry.max(100).filter(Refused.class::isInstance)))
                    .map(Written::result)
                    .collectList()
                    .block();
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(
                            upTo(20).stream().map(nth -> month + " " + nth).toList());
            renaming.send(new Rename(user, "next " + renamings)).block();
        }
    }

    @Test
    void aRememberedFactThatAnotherNamesIsNotReadAgain() {
        var reads = new AtomicInteger();
        var commands = commandsOn(countingReads(here.engine(), reads), new Paging.Rule());
        assertThat(commands.send(new Paging.Write(user)).block().result()).endsWith(" 1");
        reads.set(0);
        for (int nth = 2; nth < 6; nth++) {
            assertThat(commands.send(new Paging.Write(user)).block().result()).endsWith(" " + nth);
        }
        assertThat(reads).hasValue(0);
        there.append(AppendCondition.none(), Paging.written(user, 0, Instant.EPOCH))
                .join();
        assertThat(commands.send(new Paging.Write(user)).block().result()).endsWith(" 7");
    }

    /** Counts what goes to the log for events; a sourcing of what is remembered does not. */
    private static EventStorageEngine countingReads(EventStorageEngine engine, AtomicInteger reads) {
        return (EventStorageEngine) Proxy.newProxyInstance(
                EventStorageEngine.class.getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("source")
                            && !(arguments[1] instanceof ProcessingContext context
                                    && Boolean.TRUE.equals(context.getResource(Boundary.REMEMBERED)))) {
                        reads.incrementAndGet();
                    }
                    return method.invoke(engine, arguments);
                });
    }

    private static EventStorageEngine beforeAppends(
            EventStorageEngine engine, Supplier<CompletableFuture<?>> somethingElse) {
        return (EventStorageEngine) Proxy.newProxyInstance(
                EventStorageEngine.class.getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (proxy, method, arguments) -> method.getName().equals("appendEvents")
                        ? somethingElse.get().thenCompose(done -> invoke(engine, method, arguments))
                        : method.invoke(engine, arguments));
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Object> invoke(EventStorageEngine engine, Method method, Object[] arguments) {
        try {
            return (CompletableFuture<Object>) method.invoke(engine, arguments);
        } catch (ReflectiveOperationException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Test
    void whoAppendsNothingHasToWaitForWhatWasAppendedAMomentAgo() {
        var commands = commandsOn(here, new Renaming.Rule(true));
        assertThat(commands.send(new Rename(user, "")).block().position()).isZero();
        long position = commands.send(new Rename(user, "a")).block().position();
        assertThat(position).isPositive();
        assertThat(commands.send(new Rename(user, "")).block().position()).isEqualTo(position);
    }

    @Test
    void anEventTellsItsCommandAndTrace() {
        var commands = commandsOn(here, new Renaming.Rule(true));
        commands.send(new Rename(user, "a"))
                .contextWrite(context -> context.put(Commands.TRACEPARENT, "00-trace-01"))
                .block();
        commands.send(new Rename(user, "b")).block();
        var events = here.log()
                .readAfter(0, 1_000)
                .flatMapIterable(all -> all)
                .filter(event -> event.user().equals(user))
                .collectList()
                .block();
        assertThat(events).extracting(StoredEvent::traceparent).containsExactly("00-trace-01", null);
        assertThat(events).extracting(StoredEvent::commandId).doesNotHaveDuplicates();
    }

    private static void assertRefused(ErrorCode code, Commands commands, Rename command) {
        assertThatThrownBy(() -> commands.send(command).block())
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static Commands commandsOn(EventStoreNode node, Decider<?, ?> decider) {
        return commandsOn(node.engine(), decider);
    }

    private static Commands commandsOn(EventStorageEngine engine, Decider<?, ?> decider) {
        var clock = Clock.systemUTC();
        AxonConfiguration axon = AxonWiring.configurer(List.of(decider), FactMemory.bounded(null), clock)
                .registerEventStorageEngine(configuration -> engine)
                .start();
        return new AxonCommands(axon.getComponent(CommandBus.class), clock, 12, Tracing.OFF);
    }

    private record Open(UUID user) implements Command<String> {}

    private record OpenAccount() implements Decider<Open, String> {

        @Override
        public Class<Open> command() {
            return Open.class;
        }

        @Override
        public List<Fact<?>> facts(Open command) {
            return List.of();
        }

        @Override
        public Decision<String> decide(Open command, Known known, Instant now) {
            return Decision.of("opened", opened(command.user));
        }
    }
}
