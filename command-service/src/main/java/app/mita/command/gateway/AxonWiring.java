package app.mita.command.gateway;

import app.mita.command.eventstore.EventTags;
import app.mita.command.eventstore.MessageTypes;
import java.time.Clock;
import java.util.Collection;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;

/** Axon as we use it: its buses, unit of work and event store, with every decider subscribed to its command. */
final class AxonWiring {

    private AxonWiring() {}

    static EventSourcingConfigurer configurer(
            Collection<? extends Decider<?, ?>> deciders, FactMemory memory, Clock clock) {
        return EventSourcingConfigurer.create()
                .registerTagResolver(configuration -> new EventTags())
                .componentRegistry(registry -> registry
                        // It would ask its vendor's server for news at start.
                        .disableEnhancer(UpdateCheckerConfigurationEnhancer.class)
                        .registerComponent(MessageTypeResolver.class, configuration -> new MessageTypes()))
                .lifecycleRegistry(lifecycle -> lifecycle.onStart(0, configuration -> {
                    var bus = configuration.getComponent(CommandBus.class);
                    var store = configuration.getComponent(EventStore.class);
                    deciders.forEach(decider -> subscribe(bus, new DeciderHandler<>(decider, store, memory, clock)));
                }));
    }

    private static void subscribe(CommandBus bus, DeciderHandler<?, ?> handler) {
        bus.subscribe(handler.name(), handler);
    }
}
