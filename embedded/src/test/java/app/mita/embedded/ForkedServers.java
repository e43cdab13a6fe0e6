package app.mita.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Both servers in a JVM of their own, written to without end, until a test kills that JVM. Each acknowledged number is
 * printed as {@code acknowledged <number>}: it is then in the table {@code number} and in the topic {@code numbers}.
 */
final class ForkedServers implements AutoCloseable {

    static final String PASSWORD = "forked";
    static final String TOPIC = "numbers";

    private final Process process;
    private final BufferedReader output;

    private ForkedServers(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ForkedServers over(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ForkedServers(new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedServers.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the number is acknowledged, kills the JVM and returns the last acknowledged number. */
    int killAfter(int number) throws Exception {
        int acknowledged = 0;
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("acknowledged ")) {
                acknowledged = Integer.parseInt(line.substring("acknowledged ".length()));
                if (acknowledged == number) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var postgres = PostgresServer.start(Cache.directory(), postgres(directory), 0, PASSWORD, Durability.DURABLE);
        var kafka = KafkaServer.start(kafka(directory), 0);
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(client);
                var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
                var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            statement.execute("create table number(n int primary key)");
            for (int number = 1; ; number++) {
                statement.execute("insert into number values (" + number + ")");
                producer.send(new ProducerRecord<>(TOPIC, String.valueOf(number)))
                        .get();
                System.out.println("acknowledged " + number);
            }
        }
    }

    static Path postgres(Path directory) {
        return directory.resolve("postgresql");
    }

    static Path kafka(Path directory) {
        return directory.resolve("kafka");
    }
}
