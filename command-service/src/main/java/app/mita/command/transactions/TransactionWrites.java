package app.mita.command.transactions;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/transactions} (core.md section 7). */
@RestController
@RequestMapping("/api/transactions")
class TransactionWrites {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern UUID_SHAPE = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Commands commands;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    TransactionWrites(Commands commands, ReadYourWrites readYourWrites, Clock clock) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @PostMapping("/")
    Mono<ResponseEntity<Envelope<?>>> recordTransaction(
            @Valid @RequestBody NewTransaction body,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            Caller caller,
            ServerWebExchange exchange) {
        var now = clock.instant();
        var command = new RecordTransaction(
                caller.user(), TransactionId.of(caller.user(), body.id(), key, now), body.spending(now));
        return readYourWrites.answer(
                exchange, commands.send(command), recorded -> Answer.created("Recorded.", recorded.transaction())
                        .withMeta(Map.of("balance_impact", recorded.impact())));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Envelope<?>>> correctTransaction(
            @PathVariable String id,
            @Valid @RequestBody TransactionChanges body,
            Caller caller,
            ServerWebExchange exchange) {
        var command = new CorrectTransaction(caller.user(), idOf(id), body.correction());
        return readYourWrites.answer(
                exchange, commands.send(command), transaction -> Answer.ok("Corrected.", transaction));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Envelope<?>>> deleteTransaction(
            @PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var command = new DeleteTransaction(caller.user(), idOf(id));
        return readYourWrites.answer(
                exchange, commands.send(command), deleted -> Answer.ok("Deleted.", new Deletion(true, deleted)));
    }

    private record Deletion(boolean deleted, UUID transactionId) {}

    private static UUID idOf(String id) {
        if (!UUID_SHAPE.matcher(id).matches()) {
            throw new Refused(ErrorCode.INVALID_ID, "A transaction's id is a UUID.");
        }
        return UUID.fromString(id);
    }
}
