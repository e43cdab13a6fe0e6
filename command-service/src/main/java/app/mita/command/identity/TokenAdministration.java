package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.password.PasswordHashing;
import app.mita.command.identity.password.PasswordRules;
import app.mita.command.identity.session.Sessions;
import app.mita.command.identity.token.TokenProperties;
import app.mita.runtime.security.Caller;
import app.mita.runtime.security.Revocations;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What admins see and do about tokens and passwords. */
@RestController
@RequestMapping("/api/auth")
class TokenAdministration {

    private static final String USERS = "admin:users";
    private static final String SYSTEM = "admin:system";

    private final Sessions sessions;
    private final Revocations revocations;
    private final TokenProperties lifetimes;
    private final PasswordHashing hashing;
    private final Responses responses;
    private final Clock clock;

    TokenAdministration(
            Sessions sessions,
            Revocations revocations,
            TokenProperties lifetimes,
            PasswordHashing hashing,
            Responses responses,
            Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.lifetimes = lifetimes;
        this.hashing = hashing;
        this.responses = responses;
        this.clock = clock;
    }

    @GetMapping("/security/status")
    Mono<ResponseEntity<Envelope<?>>> status(Caller caller, ServerWebExchange exchange) {
        demand(caller, SYSTEM);
        return sessions.figures()
                .map(figures -> responses.of(
                        exchange,
                        Answer.ok(
                                "Security status.",
                                Map.of(
                                        "sessions", figures,
                                        "access_token_seconds",
                                                lifetimes.accessLifetime().toSeconds(),
                                        "refresh_token_seconds",
                                                lifetimes.refreshLifetime().toSeconds(),
                                        "password_hashing", hashing.settings(),
                                        "timestamp", clock.instant()))));
    }

    @GetMapping("/security/password-config")
    Mono<ResponseEntity<Envelope<?>>> passwordConfig(Caller caller, ServerWebExchange exchange) {
        demand(caller, SYSTEM);
        return Mono.just(responses.of(
                exchange,
                Answer.ok(
                        "Password settings.",
                        Map.of(
                                "min_length",
                                PasswordRules.SHORTEST,
                                "max_length",
                                PasswordRules.LONGEST,
                                "hashing",
                                hashing.settings(),
                                "lockout",
                                Map.of(
                                        "wrong_passwords",
                                        Credentials.WRONG_PASSWORDS,
                                        "minutes",
                                        Credentials.LOCKED_FOR.toMinutes())))));
    }

    @GetMapping("/admin/blacklist-metrics")
    Mono<ResponseEntity<Envelope<?>>> metrics(Caller caller, ServerWebExchange exchange) {
        demand(caller, SYSTEM);
        return sessions.figures().map(figures -> responses.of(exchange, Answer.ok("Revocations.", figures)));
    }

    @GetMapping("/admin/user-blacklisted-tokens/{user_id}")
    Mono<ResponseEntity<Envelope<?>>> ofUser(
            Caller caller, @PathVariable("user_id") String userId, ServerWebExchange exchange) {
        demand(caller, USERS);
        var user = id(userId);
        return sessions.ended(user)
                .collectList()
                .map(ended -> responses.of(
                        exchange,
                        Answer.ok(
                                "Ended sessions.",
                                Map.of("user_id", user, "blacklisted_tokens", ended, "total_count", ended.size()))));
    }

    @PostMapping("/admin/revoke-user-tokens")
    Mono<ResponseEntity<Envelope<?>>> revokeUser(
            Caller caller,
            @RequestParam("user_id") String userId,
            @RequestParam(required = false) @Size(max = 500) @Nullable String reason,
            ServerWebExchange exchange) {
        demand(caller, USERS);
        var user = id(userId);
        return sessions.endAll(user)
                .then(Mono.defer(() -> sessions.revokeEnded(user)))
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok(
                                "Tokens revoked.",
                                Map.of("user_id", user, "message", "No token of the user's is accepted any more.")))));
    }

    @PostMapping("/admin/revoke-token-by-jti")
    Mono<ResponseEntity<Envelope<?>>> revokeToken(
            Caller caller,
            @RequestParam String jti,
            @RequestParam(required = false) @Size(max = 500) @Nullable String reason,
            ServerWebExchange exchange) {
        demand(caller, USERS);
        var token = tokenId(jti);
        return revocations
                .revokeToken(token, clock.instant().plus(lifetimes.longestUse()))
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok(
                                "Token revoked.",
                                Map.of("jti", token, "message", "The token is not accepted any more.")))));
    }

    /** Every token of ours has a UUID: any other text names none. */
    private static UUID tokenId(String jti) {
        try {
            return UUID.fromString(jti);
        } catch (IllegalArgumentException namesNone) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is no such token.", Map.of("resource_type", "token"));
        }
    }

    private static void demand(Caller caller, String scope) {
        if (!caller.may(scope)) {
            throw new Refused(ErrorCode.FORBIDDEN, "Only administrators may do this.");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(ErrorCode.INVALID_ID, "This is not an id.");
        }
    }
}
