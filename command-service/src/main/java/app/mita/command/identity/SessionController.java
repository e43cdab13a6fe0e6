package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.session.Sessions;
import app.mita.command.identity.token.RefreshToken;
import app.mita.command.identity.token.TokenProperties;
import app.mita.command.identity.token.Tokens;
import app.mita.runtime.security.Caller;
import app.mita.runtime.security.Revocations;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a signed-in client does with its session and token. */
@RestController
@RequestMapping("/api/auth")
class SessionController {

    private static final Duration RECENTLY = Duration.ofDays(1);
    private static final double NANOS = 1e9;

    private final Sessions sessions;
    private final Tokens tokens;
    private final Revocations revocations;
    private final TokenProperties lifetimes;
    private final Responses responses;
    private final Clock clock;

    SessionController(
            Sessions sessions,
            Tokens tokens,
            Revocations revocations,
            TokenProperties lifetimes,
            Responses responses,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.revocations = revocations;
        this.lifetimes = lifetimes;
        this.responses = responses;
        this.clock = clock;
    }

    record LogoutBody(@Size(max = 4_096) @Nullable String refreshToken) {

        /** Never the token. */
        @Override
        public String toString() {
            return "logout";
        }
    }

    /** Ends the caller's session, and the one of the refresh token if that is another of theirs. */
    @PostMapping("/logout")
    Mono<ResponseEntity<Envelope<?>>> logOut(
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable LogoutBody body,
            ServerWebExchange exchange) {
        var presented = body == null || body.refreshToken() == null
                ? Mono.<UUID>empty()
                : tokens.readRefresh(body.refreshToken())
                        .filter(token -> token.user().equals(caller.user()))
                        .map(RefreshToken::session)
                        .onErrorComplete(Refused.class);
        return presented
                .map(other -> Stream.of(caller.session(), other).distinct().toList())
                .defaultIfEmpty(List.of(caller.session()))
                .flatMap(ended -> sessions.end(caller.user(), ended).then(sessions.revoke(ended)))
                .then(Mono.fromSupplier(() ->
                        responses.of(exchange, Answer.ok("Logged out.", Map.of("logout_time", clock.instant())))));
    }

    /** Ends the access token that the request came with; its session may still be refreshed. */
    @PostMapping("/revoke")
    Mono<ResponseEntity<Envelope<?>>> revoke(Caller caller, ServerWebExchange exchange) {
        return revocations
                .revokeToken(caller.tokenId(), clock.instant().plus(lifetimes.longestUse()))
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok("Token revoked.", Map.of("message", "This token is not accepted any more.")))));
    }

    record Validation(
            boolean valid,
            boolean jtiPresent,
            boolean userIdPresent,
            boolean tokenTypeValid,
            boolean notExpired,
            boolean issuedRecently,
            double timeToExpiry,
            boolean isBlacklisted) {}

    /** Whoever gets here has a valid token: it tells how long yet. */
    @GetMapping("/token/validate")
    Mono<ResponseEntity<Envelope<?>>> validate(
            Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, ServerWebExchange exchange) {
        var claims =
                claims(authorization.substring(authorization.indexOf(' ') + 1).strip());
        var now = clock.instant();
        var left = Duration.between(now, claims.getExpirationTime().toInstant());
        var issued = claims.getIssueTime();
        var recent = issued != null && issued.toInstant().isAfter(now.minus(RECENTLY));
        var validation =
                new Validation(true, true, true, true, !left.isNegative(), recent, left.toNanos() / NANOS, false);
        return Mono.just(responses.of(
                exchange,
                Answer.ok("The token is valid.", Map.of("user_id", caller.user(), "token_validation", validation))));
    }

    /** Of a token that was checked before the request came here. */
    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new Refused(ErrorCode.TOKEN_INVALID, "This is not one of our tokens.");
        }
    }
}
