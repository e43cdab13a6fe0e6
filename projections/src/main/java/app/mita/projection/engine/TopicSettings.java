package app.mita.projection.engine;

import app.mita.api.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events come from.
 *
 * @param bootstrapServers as Kafka clients take them
 */
@ConfigurationProperties("mita.kafka")
record TopicSettings(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue(Topics.EVENTS) String topic) {}
