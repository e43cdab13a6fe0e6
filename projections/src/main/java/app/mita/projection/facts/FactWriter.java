package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.projection.facts.FactFold.Changed;
import app.mita.runtime.json.MitaJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectWriter;

/** Writes facts, and the places in the events that they were made from, in one transaction. Used by one thread. */
final class FactWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FactWriter.class);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final FactMetrics metrics;
    private final ObjectWriter json = MitaJson.mapper().writerFor(DailySpending.class);

    FactWriter(Producer<byte[], byte[]> producer, String topic, FactMetrics metrics) {
        this.producer = producer;
        this.topic = topic;
        this.metrics = metrics;
    }

    /** What an earlier one left open under the same name is over then. */
    void begin() {
        producer.initTransactions();
    }

    ProducerRecord<byte[], byte[]> record(int partition, Changed change) {
        var key = change.key().toString();
        var value = change.fact() == null ? null : json.writeValueAsBytes(change.fact());
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** @param offsets may be empty */
    void commit(
            List<ProducerRecord<byte[], byte[]>> facts,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        producer.beginTransaction();
        try {
            facts.forEach(producer::send);
            if (!offsets.isEmpty()) {
                producer.sendOffsetsToTransaction(offsets, group);
            }
            producer.commitTransaction();
        } catch (RuntimeException failure) {
            abort();
            throw failure;
        }
        metrics.published(facts.size());
    }

    /** Else nobody could read on until it times out. */
    private void abort() {
        try {
            producer.abortTransaction();
        } catch (RuntimeException gone) {
            log.debug("the transaction is left to the broker", gone);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
