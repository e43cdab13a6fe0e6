package app.mita.benchmarks;

import app.mita.api.budget.BudgetModeChanged;
import app.mita.command.eventstore.EventMetadata;
import app.mita.command.eventstore.EventTags;
import app.mita.command.eventstore.MessageTypes;
import app.mita.command.eventstore.TimeOrderedIds;
import app.mita.embedded.PostgresServer;
import app.mita.runtime.personal.PersonalKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Flux;

/** The event store alone, wired as the command service has it, under writers that wait for each append. */
final class AppendLoad implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EventStorageEngine engine;
    private final PersonalKeys keys;
    private final EventTags tags = new EventTags();

    AppendLoad(PostgresServer server, String password) {
        var properties = Map.<String, Object>of(
                "mita.database.host",
                server.host(),
                "mita.database.port",
                server.port(),
                "mita.database.name",
                "postgres",
                "mita.database.username",
                "mita_app",
                "mita.database.password",
                password,
                "mita.database.owner-username",
                PostgresServer.SUPERUSER,
                "mita.database.owner-password",
                password,
                "mita.personal-data.master-key",
                Base64.getEncoder().encodeToString(new byte[32]));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("benchmark", properties));
        context.register(Surroundings.class);
        context.scan(
                "app.mita.runtime.database",
                "app.mita.runtime.eventloop",
                "app.mita.runtime.personal",
                "app.mita.runtime.time",
                "app.mita.runtime.tracing",
                "app.mita.command.eventstore");
        context.refresh();
        engine = context.getBean(EventStorageEngine.class);
        keys = context.getBean(PersonalKeys.class);
    }

    /**
     * Each writer is a user with a key of their own, as everybody who has registered: a user without one would cost a
     * query an append.
     *
     * @return durable appends a second, one event each
     */
    double run(int writers, int seconds) throws InterruptedException {
        var users = Stream.generate(UUID::randomUUID).limit(writers).toList();
        Flux.fromIterable(users).concatMap(keys::create).blockLast();
        var started = System.nanoTime();
        var end = started + Duration.ofSeconds(seconds).toNanos();
        var done = new AtomicLong();
        var finished = new Semaphore(0);
        for (var user : users) {
            write(user, end, done, finished);
        }
        finished.acquire(writers);
        return done.get() / ((System.nanoTime() - started) / 1e9);
    }

    private void write(UUID user, long end, AtomicLong done, Semaphore finished) {
        append(user).whenComplete((position, failure) -> {
            if (failure != null) {
                failure.printStackTrace();
            } else {
                done.incrementAndGet();
            }
            if (failure != null || System.nanoTime() > end) {
                finished.release();
            } else {
                write(user, end, done, finished);
            }
        });
    }

    private CompletableFuture<?> append(UUID user) {
        var now = Instant.now();
        var event = new BudgetModeChanged(user, "flexible", now);
        var message = new GenericEventMessage(
                TimeOrderedIds.at(now).toString(),
                MessageTypes.of(event.getClass()),
                event,
                new HashMap<>(Map.of(EventMetadata.COMMAND_ID, "benchmark")),
                now);
        List<TaggedEventMessage<?>> tagged = List.of(new GenericTaggedEventMessage<>(message, tags.resolve(message)));
        return engine.appendEvents(AppendCondition.none(), null, tagged).thenCompose(append -> append.commit(null));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("app.mita.runtime")
    static class Surroundings {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
