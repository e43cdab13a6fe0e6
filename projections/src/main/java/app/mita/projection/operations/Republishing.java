package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Publishing the log again into a fresh topic, when Kafka has lost or mixed up its data. Done by the leader of the relay,
 * which finds the wish in the record of operations. Projections go on by the positions that they stand at.
 */
@Component
public class Republishing {

    private final Operations operations;
    private final String topic;

    Republishing(Operations operations, @Value("${mita.kafka.topic:mita.events}") String topic) {
        this.operations = operations;
        this.topic = topic;
    }

    /** @return fails with INVALID_VALUE when the events are in another topic */
    public Mono<Operation> republish(Deed deed, String meant) {
        return operations.request(
                deed,
                () -> meant.equals(topic)
                        ? Mono.empty()
                        : Mono.error(new Refused(ErrorCode.INVALID_VALUE, "The events are in another topic.")));
    }
}
