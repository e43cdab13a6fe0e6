package app.mita.benchmarks;

import app.mita.embedded.Cache;
import app.mita.embedded.Durability;
import app.mita.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast events become durable, beside the plainest durable insert that PostgreSQL's own tool can make. */
@Command(
        name = "appends",
        description = "Appends to the event store beside pgbench's single-row inserts, on the same server in turn.",
        mixinStandardHelpOptions = true)
final class Appends implements Callable<Integer> {

    private static final String PASSWORD = "benchmark-only";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    @Option(names = "--writers", split = ",", defaultValue = "64,512", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> writers = List.of();

    @Option(names = "--clients", defaultValue = "8", description = "of pgbench; default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--seconds", defaultValue = "10", description = "of each measurement; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--pgbench", defaultValue = "pgbench", description = "the program; default: ${DEFAULT-VALUE}")
    private String pgbench = "pgbench";

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("mita-appends");
        try (var server = PostgresServer.start(Cache.directory(), directory, 0, PASSWORD, Durability.DURABLE)) {
            try (var log = new AppendLoad(server, PASSWORD)) {
                prepare(server);
                log.run(writers.getFirst(), seconds); // warms up
                for (int round = 0; round < rounds; round++) {
                    compare(server, directory, log);
                }
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private void compare(PostgresServer server, Path directory, AppendLoad log) throws Exception {
        double inserts = inserts(server, directory);
        System.out.printf("pgbench, %d clients: %,.0f single-row inserts/s%n", clients, inserts);
        for (int concurrent : writers) {
            double appends = log.run(concurrent, seconds);
            System.out.printf(
                    "%d writers: %,.0f appends/s of one event each; %.2f times%n",
                    concurrent, appends, appends / inserts);
        }
    }

    private static void prepare(PostgresServer server) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table plain_row (id bigserial primary key, payload text)");
        }
    }

    private double inserts(PostgresServer server, Path directory) throws IOException, InterruptedException {
        var script = Files.writeString(
                directory.resolve("insert.sql"), "insert into plain_row (payload) values (repeat('x', 300));\n");
        var command = List.of(
                pgbench,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "--host=" + server.host(),
                "--port=" + server.port(),
                "--username=" + PostgresServer.SUPERUSER,
                "postgres");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", PASSWORD);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        var tps = TPS.matcher(output);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IOException(pgbench + " failed: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
