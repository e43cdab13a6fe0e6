package app.mita.command.relay;

import app.mita.command.eventstore.EventLog;
import app.mita.runtime.database.Database;
import app.mita.runtime.tracing.Tracing;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

    private final RelayStatus status = new RelayStatus();
    private final Outage outage = new Outage();

    @Bean
    KafkaClients relayKafkaClients(RelayProperties properties) {
        return new KafkaClients(properties);
    }

    @Bean
    RelayLifecycle relay(
            EventLog log,
            Database database,
            DatabaseClient client,
            KafkaClients clients,
            RelayProperties properties,
            Tracing tracing,
            Clock clock) {
        Leadership leadership = new Leadership(database, properties.topic());
        Republishing republishing = new Republishing(client, properties.topic());
        RelayTraces traces = new RelayTraces(tracing, clock, properties.topic());
        Relay relay = new Relay(
                log, leadership, clients, clients::producer, properties, republishing, status, outage, traces);
        return new RelayLifecycle(relay, log, status);
    }

    @Bean
    KafkaHealth kafkaHealth(KafkaClients clients) {
        return new KafkaHealth(clients, status, outage);
    }

    @Bean
    RelayMetrics relayMetrics() {
        return new RelayMetrics(status, outage);
    }
}
