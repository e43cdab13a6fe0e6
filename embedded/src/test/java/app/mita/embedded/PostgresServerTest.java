package app.mita.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PostgresServerTest {

    @TempDir
    Path directory;

    @Test
    void aDurableServerWritesThroughToTheDisk() throws Exception {
        try (var server = start(0);
                var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                assertThat(row.getString(1)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void anInitialisationThatWasCutShortBeginsAnew() throws Exception {
        Files.createDirectories(directory.resolve("initialising/base"));
        try (var server = start(0)) {
            assertThat(server.connect("postgres")).isNotNull();
        }
        assertThat(directory.resolve("initialising")).doesNotExist();
    }

    @Test
    void aServerThatIsKilledIsStartedAgainOnItsPortUntilItIsClosed() throws Exception {
        var lost = new AtomicReference<EmbeddedServerException>();
        var server = start(0);
        try (server;
                var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            server.supervise(lost::set);
            statement.execute("create table kept as select 1");
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                    .orElseThrow()
                    .destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                try (var again = server.connect("postgres")) {
                    return again.createStatement()
                            .executeQuery("select * from kept")
                            .next();
                }
            });
        }
        assertThat(pidFile()).doesNotExist();
        assertThat(lost).hasNullValue();
    }

    /** In a container whose first process collects nobody, a killed server stays in the table of processes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeadServerThatNobodyCollectsDoesNotKeepTheNextFromStarting() throws Exception {
        start(0).close();
        var parent = new ProcessBuilder("sh", "-c", "true & exec sleep 100").start();
        try {
            await().until(() -> parent.children().findFirst().isPresent()
                    && parent.info().command().orElse("").endsWith("sleep"));
            var dead = parent.children().findFirst().orElseThrow();
            await().until(() -> !new Postmaster(dead).isAlive());
            Files.writeString(pidFile(), dead.pid() + "\n" + directory + "\n");
            try (var server = start(0)) {
                assertThat(server.connect("postgres")).isNotNull();
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    private Path pidFile() {
        return directory.resolve("data/postmaster.pid");
    }

    private PostgresServer start(int port) {
        return PostgresServer.start(Cache.directory(), directory, port, "secret", Durability.DURABLE);
    }
}
