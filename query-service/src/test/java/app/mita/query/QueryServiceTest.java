package app.mita.query;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as its clients see it, with a user of each test's own; it starts once for all tests. */
@SpringBootTest(classes = QueryServiceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(QueryServiceTest.Time.class)
public abstract class QueryServiceTest {

    protected static final ReadModelDatabase rows = new ReadModelDatabase();
    private static final TestIssuer issuer = new TestIssuer();
    private static final String NOW = "2026-11-24T12:00:00Z";

    protected final UUID user = UUID.randomUUID();

    @Autowired
    protected MovableClock clock;

    @LocalServerPort
    private int port;

    private WebTestClient http;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        rows.properties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("mita.security.jwks-uri", issuer::jwksUri);
        registry.add("mita.personal-data.master-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    @TestConfiguration
    static class Time {

        @Bean
        Clock clock() {
            return new MovableClock(NOW);
        }
    }

    @BeforeEach
    void connect() {
        clock.moveTo(NOW);
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Without a token. */
    protected WebTestClient stranger() {
        return http;
    }

    protected WebTestClient client() {
        return client(user);
    }

    protected WebTestClient client(UUID user) {
        var token = issuer.token(user);
        return http.mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    /** The answer's body, which must be a success. */
    protected WebTestClient.BodyContentSpec get(String path) {
        return client().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.message")
                .isNotEmpty()
                .jsonPath("$.timestamp")
                .isNotEmpty()
                .jsonPath("$.request_id")
                .isNotEmpty();
    }

    /** The error, which must have this status and code. */
    protected WebTestClient.BodyContentSpec refused(String path, int status, String code) {
        return client().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.error.code")
                .isEqualTo(code);
    }
}
