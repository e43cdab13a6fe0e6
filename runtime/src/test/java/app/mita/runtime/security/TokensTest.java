package app.mita.runtime.security;

import app.mita.runtime.RuntimeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

@RuntimeTest
class TokensTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private Revocations revocations;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void letsAGoodTokenIn() {
        var token = issuer.token();
        assertAccepted("Bearer " + token);
        assertAccepted("bearer " + token);
    }

    @Test
    void refusesWhatIsNoAccessTokenOfOurs() {
        assertRefused(null, "AUTH_1003");
        assertRefused("Bearer ", "AUTH_1003");
        assertRefused("Basic abc", "AUTH_1003");
        assertRefused("Bearer garbage", "AUTH_1003");
        assertRefused("Bearer a.b.c", "AUTH_1003");
        assertRefused("Bearer " + issuer.forgedToken(), "AUTH_1003");
        assertRefused("Bearer " + issuer.token(claims -> claims.claim("token_type", "refresh_token")), "AUTH_1003");
        assertRefused("Bearer " + issuer.token(claims -> claims.issuer("someone-else")), "AUTH_1003");
        assertRefused("Bearer " + issuer.token(claims -> claims.audience("someone-else")), "AUTH_1003");
        assertRefused("Bearer " + issuer.token(claims -> claims.subject("not-an-id")), "AUTH_1003");
        assertRefused("Bearer " + issuer.token(claims -> claims.notBeforeTime(in(Duration.ofHours(1)))), "AUTH_1003");
        assertRefused(
                "Bearer "
                        + issuer.token(claims -> claims.issueTime(in(Duration.ofHours(-2)))
                                .notBeforeTime(in(Duration.ofHours(-2)))
                                .expirationTime(in(Duration.ofHours(-1)))),
                "AUTH_1002");
    }

    @Test
    void refusesRevokedTokensAndSessions() {
        var id = UUID.randomUUID();
        var token = issuer.token(claims -> claims.jwtID(id.toString()));
        assertAccepted("Bearer " + token);
        revocations.revokeToken(id, Instant.now().plusSeconds(3600)).block(PATIENCE);
        assertRefused("Bearer " + token, "AUTH_1005");

        var session = UUID.randomUUID();
        var ofSession = issuer.token(claims -> claims.claim("sid", session.toString()));
        assertAccepted("Bearer " + ofSession);
        revocations
                .revokeSessions(List.of(session), Instant.now().plusSeconds(3600))
                .block(PATIENCE);
        assertRefused("Bearer " + ofSession, "AUTH_1005");
    }

    @Test
    void publicRoutesDoNotLookAtTokens() {
        client.get()
                .uri("/health")
                .header("Authorization", "Bearer garbage")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void withoutATokenUnknownRoutesAreUnknown() {
        client.get().uri("/api/nothing").exchange().expectStatus().isNotFound();
        client.delete().uri("/api/sample").exchange().expectStatus().isEqualTo(405);
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private void assertAccepted(String authorization) {
        client.get()
                .uri("/api/sample")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void assertRefused(String authorization, String code) {
        client.get()
                .uri("/api/sample")
                .headers(headers -> {
                    if (authorization != null) {
                        headers.set("Authorization", authorization);
                    }
                })
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo(code);
    }
}
