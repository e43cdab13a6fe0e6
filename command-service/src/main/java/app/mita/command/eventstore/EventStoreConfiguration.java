package app.mita.command.eventstore;

import app.mita.runtime.database.Database;
import app.mita.runtime.database.Notifications;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.personal.PersonalKeys;
import app.mita.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store's beans: Axon's engine, and the log for others to read. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    /** For sourcing, for the tailer and for announcements; appends have a connection of their own. */
    private static final int CONNECTIONS = 3;

    @Bean
    Statements eventStoreStatements(Database database) {
        return new Statements(database.pool("event store", CONNECTIONS));
    }

    @Bean(destroyMethod = "close")
    Heads heads(Statements statements, Notifications notifications) {
        return new Heads(statements, notifications);
    }

    @Bean
    EventLog eventLog(Statements statements, Heads heads) {
        return new PostgresEventLog(statements, heads);
    }

    @Bean
    Snapshots snapshots(Statements statements) {
        return new Snapshots(statements);
    }

    @Bean(destroyMethod = "close")
    Appender appender(Database database, Heads heads, MeterRegistry registry) {
        return new Appender(database.connect("appender"), heads::appended, new AppendMetrics(registry));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Statements statements,
            EventLog log,
            Appender appender,
            EventCodec codec,
            PersonalKeys keys,
            @Value("${mita.kafka.partitions:12}") int partitions,
            Tracing tracing) {
        var format = new EventFormat(codec, keys, partitions);
        return new PostgresEventStorageEngine(
                appender, new SourceRequests(statements), new Tail(log, format, statements), format, tracing);
    }
}
