package app.mita.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.RuntimeTest;
import app.mita.runtime.security.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@RuntimeTest
class AnswersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestIssuer issuer;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void putsAnswersInTheEnvelope() {
        var user = UUID.randomUUID();
        client.get()
                .uri("/api/sample?limit=7")
                .headers(headers -> headers.setBearerAuth(issuer.token(claims -> claims.subject(user.toString()))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("X-Request-ID", "req_[0-9a-f]{12}")
                .expectHeader()
                .valueMatches("X-Response-Time-Ms", "[0-9]+\\.[0-9]{2}")
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.message")
                .isEqualTo("Done")
                .jsonPath("$.data.user")
                .isEqualTo(user.toString())
                .jsonPath("$.data.limit")
                .isEqualTo(7)
                .jsonPath("$.data.may")
                .isEqualTo(true)
                .jsonPath("$.timestamp")
                .value(String.class, timestamp -> assertThat(timestamp).endsWith("Z"))
                .jsonPath("$.request_id")
                .value(String.class, id -> assertThat(id).startsWith("req_"))
                .jsonPath("$.meta.page")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sample", "/api/sample/"})
    void servesBothSpellings(String path) {
        client.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(issuer.token()))
                .header("Content-Type", "application/json")
                .bodyValue("{\"amount\":\"12.50\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.data.amount")
                .isEqualTo(12.5)
                .jsonPath("$.meta")
                .doesNotExist();
    }

    @Test
    void keepsASaneRequestId() {
        client.get()
                .uri("/")
                .header("X-Request-ID", "mine-1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-ID", "mine-1");
        client.get()
                .uri("/")
                .header("X-Request-ID", "x".repeat(129))
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-ID", "req_[0-9a-f]{12}");
        client.get()
                .uri("/")
                .header("X-Request-ID", "<b>")
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-ID", "req_[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/api/nothing", "/api/sample", "/api/sample/failing/x", "/metrics"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        client.get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "same-origin")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self'.*")
                .expectHeader()
                .exists("X-Response-Time-Ms");
    }

    @Test
    void answersOptionsAndHead() {
        client.options()
                .uri("/api/sample")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Allow");
        client.head()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
    }

    @Test
    void allowsListedOriginsOnly() {
        client.get()
                .uri("/")
                .header("Origin", "https://app.example")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "https://app.example")
                .expectHeader()
                .valueEquals("Access-Control-Allow-Credentials", "true");
        client.get()
                .uri("/")
                .header("Origin", "https://evil.example")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
        client.options()
                .uri("/api/sample")
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Access-Control-Allow-Methods", ".*POST.*");
        client.options()
                .uri("/api/sample")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void saysHowItIs() {
        client.get()
                .uri("/health/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("healthy")
                .jsonPath("$.database")
                .isEqualTo("connected")
                .jsonPath("$.timestamp")
                .isNumber()
                .jsonPath("$.version")
                .isNotEmpty()
                .jsonPath("$.success")
                .doesNotExist();
    }

    @Test
    void tellsTheTimeAsAPlainNumber() {
        client.get().uri("/health").exchange().expectBody(String.class).value(json -> assertThat(json)
                .containsPattern("\"timestamp\":[0-9]{10}\\.[0-9]{3},"));
    }

    @Test
    void metricsAreNotPublic() {
        client.get().uri("/").exchange().expectStatus().isOk();
        client.get().uri("/metrics").exchange().expectStatus().isUnauthorized();
        client.get()
                .uri("/metrics")
                .headers(headers -> headers.setBearerAuth(issuer.token()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        client.get()
                .uri("/metrics")
                .headers(headers -> headers.setBearerAuth("for-prometheus"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text)
                        .contains(
                                "http_request_duration_seconds_bucket{method=\"GET\",route=\"/\",status=\"200\",le=",
                                "db_connection_pool_size{pool=\"common\"}",
                                "db_connection_pool_available{pool=\"common\"}",
                                "jvm_memory_used_bytes"));
        client.get()
                .uri("/actuator")
                .headers(headers -> headers.setBearerAuth(issuer.token()))
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/actuator/health")
                .headers(headers -> headers.setBearerAuth(issuer.token()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/privacy-policy", "/terms-of-service/"})
    void showsPages(String path) {
        client.get().uri(path).exchange().expectStatus().isOk().expectHeader().contentType("text/html");
    }

    @Test
    void describesItself() {
        client.get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/sample'].post")
                .exists()
                .jsonPath("$.paths['/api/sample/']")
                .doesNotExist()
                .jsonPath("$.paths['/api/sample'].get.parameters.length()")
                .isEqualTo(2)
                .jsonPath("$.components.schemas.Income.properties.monthly_income")
                .exists();
        client.get().uri("/docs").exchange().expectStatus().is3xxRedirection();
        client.get()
                .uri("/webjars/swagger-ui/index.html")
                .exchange()
                .expectStatus()
                .isOk();
        client.method(HttpMethod.valueOf("PROPFIND"))
                .uri("/health")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }
}
