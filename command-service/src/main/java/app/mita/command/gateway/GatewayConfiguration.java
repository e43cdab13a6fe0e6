package app.mita.command.gateway;

import app.mita.command.eventstore.Snapshots;
import app.mita.runtime.tracing.Tracing;
import java.time.Clock;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's beans: Axon, started with all deciders, and the way in. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean(destroyMethod = "shutdown")
    AxonConfiguration axon(
            ObjectProvider<Decider<?, ?>> deciders, EventStorageEngine engine, Snapshots snapshots, Clock clock) {
        return AxonWiring.configurer(deciders.stream().toList(), FactMemory.bounded(snapshots), clock)
                .registerEventStorageEngine(configuration -> engine)
                .start();
    }

    @Bean
    Commands commands(
            AxonConfiguration axon,
            Clock clock,
            @Value("${mita.kafka.partitions:12}") int partitions,
            Tracing tracing) {
        return new AxonCommands(axon.getComponent(CommandBus.class), clock, partitions, tracing);
    }
}
