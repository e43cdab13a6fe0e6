package app.mita.command.gateway;

import app.mita.command.eventstore.EventStoreNode;
import app.mita.runtime.tracing.Tracing;
import java.time.Clock;
import org.axonframework.messaging.commandhandling.CommandBus;

/** One node's whole write side, without its routes: all deciders on a real log. */
public final class CommandNode {

    private static final int PARTITIONS = 12;

    private CommandNode() {}

    public static Commands on(EventStoreNode node) {
        var clock = Clock.systemUTC();
        var axon = AxonWiring.configurer(LogInMemory.deciders(), FactMemory.bounded(null), clock)
                .registerEventStorageEngine(configuration -> node.engine())
                .start();
        return new AxonCommands(axon.getComponent(CommandBus.class), clock, PARTITIONS, Tracing.OFF);
    }
}
