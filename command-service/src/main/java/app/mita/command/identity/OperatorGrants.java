package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Written;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailClaims;
import app.mita.command.profile.EmailShape;
import app.mita.command.progress.ReadYourWrites;
import app.mita.command.web.Printable;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Giving an account access, as an operator's deed: under their name, once for its id. Unlike the other deeds it does not
 * insist on a reason: {@code mita grant EMAIL premium} is promised to be enough.
 *
 * <p>Who operates may make anyone premium, themselves too: that opens features and no door, and is on record under their
 * name. Only who is an administrator already, or has the operators' token, may make administrators: the scope {@code ops}
 * would be worth {@code admin:system} otherwise.
 */
@RestController
class OperatorGrants {

    private final EmailClaims emails;
    private final Grants grants;
    private final ReadYourWrites readYourWrites;

    OperatorGrants(EmailClaims emails, Grants grants, ReadYourWrites readYourWrites) {
        this.emails = emails;
        this.grants = grants;
        this.readYourWrites = readYourWrites;
    }

    record GrantBody(
            @NotNull @EmailShape String email,
            @NotNull Access access,

            @Nullable @Size(max = Deed.LONGEST_REASON) @Printable
            String reason,

            @Nullable UUID operationId) {

        /** It names the user by their id: the record of deeds is kept for ever, an address is not. */
        private Deed deed(UUID user, Operator operator) {
            var why = reason == null || reason.isBlank() ? "none given" : reason;
            return Deed.of(operationId, Grants.VERB, null, Grants.arguments(user, access), operator, why);
        }
    }

    @PostMapping("/ops/grants")
    Mono<ResponseEntity<Envelope<?>>> grant(
            Operator operator, @Valid @RequestBody Mono<GrantBody> body, ServerWebExchange exchange) {
        return readYourWrites.answer(
                exchange,
                body.flatMap(asked -> grant(operator, asked)),
                done -> Answer.ok("Granted; tokens show it from the next login.", done));
    }

    private Mono<Written<Operation>> grant(Operator operator, GrantBody asked) {
        if (asked.access == Access.ADMIN && !operator.administrator()) {
            return Mono.error(new Refused(ErrorCode.FORBIDDEN, "Only administrators may make others administrators."));
        }
        return emails.holder(EmailAddress.of(asked.email))
                .switchIfEmpty(Mono.error(
                        () -> new Refused(ErrorCode.NOT_FOUND, "There is no account with this e-mail address.")))
                .flatMap(user -> grants.grant(asked.deed(user, operator)));
    }
}
