package app.mita.command.relay;

import app.mita.api.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events go.
 *
 * @param bootstrapServers brokers to begin with, {@code host:port}, separated by commas
 * @param topic            made when it is missing
 * @param partitions       of the topic when it is made; one that exists keeps its own count
 */
@ConfigurationProperties("mita.kafka")
record RelayProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue(Topics.EVENTS) String topic,
        @DefaultValue("12") int partitions) {}
