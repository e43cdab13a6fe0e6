package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.personal.PersonalKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.r2dbc.core.DatabaseClient;

/** One node's event store, wired as in production, on a database of a test. Several may share one database. */
public final class EventStoreNode implements AutoCloseable {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public EventStoreNode(TestDatabase database) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties(database)));
        context.register(Surroundings.class);
        context.scan(
                "app.mita.runtime.database",
                "app.mita.runtime.eventloop",
                "app.mita.runtime.personal",
                "app.mita.runtime.time",
                "app.mita.runtime.tracing",
                "app.mita.command.eventstore");
        context.refresh();
    }

    private static Map<String, Object> properties(TestDatabase database) {
        return Map.of(
                "mita.database.host", database.host(),
                "mita.database.port", database.port(),
                "mita.database.name", database.name(),
                "mita.database.username", "mita_app",
                "mita.database.password", "test-only",
                "mita.database.owner-username", database.owner(),
                "mita.database.owner-password", database.password(),
                "mita.personal-data.master-key", MASTER_KEY);
    }

    public EventStorageEngine engine() {
        return context.getBean(EventStorageEngine.class);
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    /** As the services' role. */
    public DatabaseClient sql() {
        return context.getBean(DatabaseClient.class);
    }

    public PersonalKeys keys() {
        return context.getBean(PersonalKeys.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A user who may have personal text. */
    public UUID user() {
        var user = UUID.randomUUID();
        keys().create(user).block();
        return user;
    }

    /** @return the position of the last event */
    public CompletableFuture<Long> append(AppendCondition condition, MitaEvent... events) {
        return append(condition, Stream.of(events).map(EventStoreNode::message).toList());
    }

    CompletableFuture<Long> append(AppendCondition condition, List<EventMessage> events) {
        List<TaggedEventMessage<?>> tagged = events.stream()
                .<TaggedEventMessage<?>>map(
                        event -> new GenericTaggedEventMessage<>(event, EventTags.of((MitaEvent) event.payload())))
                .toList();
        return engine().appendEvents(condition, null, tagged)
                .thenCompose(append -> append.commit(null))
                .thenApply(Long.class::cast);
    }

    static EventMessage message(MitaEvent event) {
        return new GenericEventMessage(
                TimeOrderedIds.at(Instant.now()).toString(),
                MessageTypes.of(event.getClass()),
                event,
                new HashMap<>(Map.of(EventMetadata.COMMAND_ID, "a command")),
                Instant.parse("2026-11-24T12:00:00.123456Z"));
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
