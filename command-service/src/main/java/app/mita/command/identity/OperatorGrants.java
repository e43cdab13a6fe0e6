package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailClaims;
import app.mita.command.profile.EmailShape;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An operator's grants. Guarded by {@code mita.ops.token} as bearer token, which is not a user's; where none is
 * configured the route is not there.
 */
@RestController
class OperatorGrants {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;
    private final EmailClaims emails;
    private final Commands commands;
    private final ReadYourWrites readYourWrites;

    OperatorGrants(
            @Value("${mita.ops.token:}") String token,
            EmailClaims emails,
            Commands commands,
            ReadYourWrites readYourWrites) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.emails = emails;
        this.commands = commands;
        this.readYourWrites = readYourWrites;
    }

    record GrantBody(
            @NotNull @EmailShape String email, @NotNull Access access) {}

    @PostMapping("/ops/grants")
    Mono<ResponseEntity<Envelope<?>>> grant(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody Mono<GrantBody> body,
            ServerWebExchange exchange) {
        demand(authorization);
        return readYourWrites.answer(
                exchange,
                body.flatMap(this::grant),
                data -> Answer.ok("Granted; tokens show it from the next login.", data));
    }

    private Mono<Written<Map<String, Object>>> grant(GrantBody body) {
        return emails.holder(EmailAddress.of(body.email()))
                .switchIfEmpty(Mono.error(
                        () -> new Refused(ErrorCode.NOT_FOUND, "There is no account with this e-mail address.")))
                .flatMap(user -> commands.send(new GrantAccess(user, body.access()))
                        .map(written -> new Written<Map<String, Object>>(
                                Map.of("user_id", user, "role", written.result()),
                                written.partition(),
                                written.position())));
    }

    private void demand(@Nullable String authorization) {
        if (token.length == 0) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is nothing here.");
        }
        var presented = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        if (!MessageDigest.isEqual(token, presented)) {
            throw new Refused(ErrorCode.TOKEN_INVALID, "The operator's token is wrong.");
        }
    }
}
