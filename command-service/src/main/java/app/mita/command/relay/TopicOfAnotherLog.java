package app.mita.command.relay;

/**
 * The topic ends with an event that the log does not hold at that position: one of the two was restored to an earlier
 * state or belongs to another installation. Publishing would skip or mix events, so an operator has to decide.
 */
final class TopicOfAnotherLog extends Exception {

    private static final long serialVersionUID = 1L;

    TopicOfAnotherLog(String topic, Published tail) {
        super("Kafka topic %s ends with event %s at position %d, which is not the log's event at that position"
                .formatted(topic, tail.id(), tail.position()));
    }
}
