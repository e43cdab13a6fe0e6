package app.mita.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of a single broker that shares two cores and little memory with everything else. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "BROKER";

    private KafkaSettings() {}

    static Properties of(Path directory, int port, int controllerPort) {
        var properties = new Properties();
        properties.putAll(identity(directory, port, controllerPort));
        properties.putAll(TOPICS);
        properties.putAll(SMALL);
        properties.putAll(RESTART);
        properties.putAll(TRANSACTIONS);
        return properties;
    }

    private static Map<String, String> identity(Path directory, int port, int controllerPort) {
        var broker = BROKER + "://" + Ports.LOOPBACK + ":" + port;
        var controller = Ports.LOOPBACK + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                // Static, so that the controller's port may be another one at each start.
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                broker + "," + CONTROLLER + "://" + controller,
                "advertised.listeners",
                broker,
                "inter.broker.listener.name",
                BROKER,
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "log.dirs",
                directory.toAbsolutePath().toString());
    }

    /** One replica of everything, kept for ever. */
    private static final Map<String, String> TOPICS = Map.of(
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "log.retention.ms", "-1",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "1",
            "socket.send.buffer.bytes", "-1",
            "num.io.threads", "2",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "num.replica.fetchers", "1",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.cleaner.io.buffer.size", "65536",
            "group.coordinator.threads", "1");

    /**
     * The controller takes a killed broker for alive until its session ends, and refuses the new one so long. There is
     * no other broker that could take over, so nothing is gained by waiting.
     */
    private static final Map<String, String> RESTART = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500");

    /**
     * A transaction often begins while the markers of the one before it are still being written; the broker then
     * holds its first records back and looks again after this many ms. Measured with transactions one after another:
     * a median of 5 ms each instead of 14 with the default of 20.
     */
    private static final Map<String, String> TRANSACTIONS = Map.of("add.partitions.to.txn.retry.backoff.ms", "1");
}
