package app.mita.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker with its controller (KRaft) inside this JVM, over a data directory, listening on the loopback
 * interface only.
 */
public final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it serves clients. An empty or absent directory is formatted.
     *
     * @param directory the broker's data; belongs to it alone
     * @param wanted    the port, or 0 for any free one
     * @throws EmbeddedServerException when it cannot start
     */
    public static KafkaServer start(Path directory, int wanted) {
        int port = Ports.choose(wanted, "Kafka");
        try {
            format(directory);
            var config = KafkaConfig.fromProps(KafkaSettings.of(directory, port, Ports.free()), false);
            var server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            return new KafkaServer(server, port);
        } catch (Exception e) {
            throw new EmbeddedServerException("Kafka did not start over " + directory + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /** For a client's bootstrap.servers. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Stops broker and controller after what is being written. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws Exception {
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(KafkaSettings.NODE_ID)
                .setClusterId(clusterId(directory))
                .addDirectory(directory.toAbsolutePath().toString())
                .setMetadataLogDirectory(directory.toAbsolutePath().toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }

    /** The directory's own id once it has one; formatting checks that it stays the same. */
    private static String clusterId(Path directory) throws IOException {
        var properties = directory.resolve("meta.properties");
        if (!Files.exists(properties)) {
            return Uuid.randomUuid().toString();
        }
        try (var lines = Files.lines(properties)) {
            return lines.filter(line -> line.startsWith("cluster.id="))
                    .map(line -> line.substring("cluster.id=".length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException("no cluster.id in " + properties));
        }
    }
}
