package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way out for ever. */
@RestController
@RequestMapping("/api/auth")
class AccountController {

    private final AccountDeletion deletion;
    private final ReadYourWrites readYourWrites;

    AccountController(AccountDeletion deletion, ReadYourWrites readYourWrites) {
        this.deletion = deletion;
        this.readYourWrites = readYourWrites;
    }

    record DeletionBody(@Nullable Boolean confirmation) {}

    /** The confirmation in the query, as the original has it. */
    @DeleteMapping("/delete-account")
    Mono<ResponseEntity<Envelope<?>>> delete(
            Caller caller, @RequestParam(required = false) @Nullable Boolean confirmation, ServerWebExchange exchange) {
        return delete(caller, Boolean.TRUE.equals(confirmation), exchange);
    }

    /** The confirmation in a body. */
    @DeleteMapping(path = "/delete-account", params = "!confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Envelope<?>>> deleteByBody(
            Caller caller, @RequestBody DeletionBody body, ServerWebExchange exchange) {
        return delete(caller, Boolean.TRUE.equals(body.confirmation()), exchange);
    }

    private Mono<ResponseEntity<Envelope<?>>> delete(Caller caller, boolean confirmed, ServerWebExchange exchange) {
        if (!confirmed) {
            throw new Refused(ErrorCode.REQUIRED, "Deleting an account must be confirmed.");
        }
        return readYourWrites.answer(
                exchange,
                deletion.delete(caller.user()),
                deletedAt -> Answer.ok(
                        "Account deleted.",
                        Map.of("message", "The account and its personal data are gone.", "timestamp", deletedAt)));
    }
}
