package app.mita.standalone.journey;

import app.mita.standalone.StandaloneApplication;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same day on the servers that production runs, from their images, where a Docker engine has them. */
class ContainersTest {

    private static final String POSTGRES = "postgres:17";
    private static final String KAFKA = "apache/kafka:4.2.2";

    @Test
    void aDayWorksOnPostgresAndKafkaFromTheirImages() {
        Needed.docker(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        for (var image : List.of(POSTGRES, KAFKA)) {
            // A pull from a registry that cannot be reached is retried for minutes.
            Needed.docker(isHere(image), "the image " + image + " is not on this machine");
        }
        try (var postgres = new PostgreSQLContainer(DockerImageName.parse(POSTGRES));
                var kafka = new KafkaContainer(DockerImageName.parse(KAFKA))) {
            postgres.start();
            kafka.start();
            var settings = new HashMap<>(RunningSystem.freshSettings());
            settings.put("mita.database.host", postgres.getHost());
            settings.put("mita.database.port", postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
            settings.put("mita.database.name", postgres.getDatabaseName());
            settings.put("mita.database.owner-username", postgres.getUsername());
            settings.put("mita.database.owner-password", postgres.getPassword());
            settings.put("mita.kafka.bootstrap-servers", kafka.getBootstrapServers());
            try (var system = RunningSystem.run(StandaloneApplication.class, settings)) {
                DayOfAUser.walk(Api.at(Api.Servers.one(RunningSystem.address(system))));
            }
        }
    }

    private static boolean isHere(String image) {
        return !DockerClientFactory.lazyClient()
                .listImagesCmd()
                .withReferenceFilter(image)
                .exec()
                .isEmpty();
    }
}
