package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.transactions.Category;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read, what is left out, what is waited for, and what is damaged. */
class FactEventTest {

    private static final String RECORDED = "app.mita.TransactionRecorded.v1";

    private final EventCodec codec = new EventCodec();
    private final String payload = new String(
            codec.encode(Spent.recorded(Spent.USER, "1.00", Category.FOOD, Spent.DAY), null), StandardCharsets.UTF_8);

    @Test
    void anEventThatChangesFactsIsRead() {
        assertThat(read(RECORDED, payload)).isNotNull();
    }

    @Test
    void othersAreLeftOutWhateverTheirVersion() {
        assertThat(read("app.mita.FeatureUsed.v7", payload)).isNull();
        assertThat(read("app.mita.NeverHeardOf.v1", payload)).isNull();
        assertThat(read("com.example.other", payload)).isNull();
    }

    @Test
    void oneOfALaterVersionOrWithALaterWordIsWaitedFor() {
        assertThatExceptionOfType(LaterEvent.class).isThrownBy(() -> read("app.mita.TransactionRecorded.v2", payload));
        assertThatExceptionOfType(LaterEvent.class)
                .isThrownBy(() -> read(RECORDED, payload.replace("\"food\"", "\"teleportation\"")));
    }

    @Test
    void aDamagedOneIsSaidToBe() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read(RECORDED, payload.substring(0, payload.length() / 2)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read("app.mita.TransactionRecorded.vX", payload));
    }

    private @Nullable FactEvent read(String type, String json) {
        var record = new ConsumerRecord<>("events", 0, 0, new byte[0], json.getBytes(StandardCharsets.UTF_8));
        record.headers().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        return FactEvent.read(record, 1, codec);
    }
}
