package app.mita.projection.facts;

import app.mita.api.event.Topics;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bootstrapServers   as Kafka clients take them
 * @param topic              where the events come from
 * @param dailySpendingTopic where the facts go; made when it is missing
 */
@ConfigurationProperties("mita.kafka")
record FactSettings(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue(Topics.EVENTS) String topic,
        @DefaultValue(Topics.DAILY_SPENDING) String dailySpendingTopic) {

    /** Of the publishers that share the partitions; their offsets say what has been published. */
    String group() {
        return "mita-" + dailySpendingTopic;
    }

    /**
     * @param instance a name that only this process has, and has again after a restart: what it left open when it was
     *     killed is then closed at once, and not when it times out; null when there is none
     */
    String transactionalId(@Nullable String instance) {
        return group() + "-" + (instance == null ? UUID.randomUUID() : instance);
    }
}
