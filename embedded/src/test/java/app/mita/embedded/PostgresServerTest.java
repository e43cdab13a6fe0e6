package app.mita.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    private PostgresServer start(int port) {
        return PostgresServer.start(Cache.directory(), directory, port, "secret", Durability.DURABLE);
    }
}
