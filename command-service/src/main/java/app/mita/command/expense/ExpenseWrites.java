package app.mita.command.expense;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Commands;
import app.mita.command.progress.ReadYourWrites;
import app.mita.command.transactions.RecordTransaction;
import app.mita.command.transactions.TransactionId;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/expense}. */
@RestController
class ExpenseWrites {

    private final Commands commands;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    ExpenseWrites(Commands commands, ReadYourWrites readYourWrites, Clock clock) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @PostMapping("/api/expense/add")
    Mono<ResponseEntity<Envelope<?>>> addExpense(
            @Valid @RequestBody NewExpense body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            ServerWebExchange exchange) {
        var id = TransactionId.of(caller.user(), null, key, clock.instant());
        var command = new RecordTransaction(caller.user(), id, body.spending());
        return readYourWrites.answer(
                exchange,
                commands.send(command),
                recorded -> Answer.ok(
                        "Recorded.",
                        new Expense(
                                recorded.transaction().id(),
                                caller.user(),
                                recorded.transaction().amount(),
                                recorded.transaction().category(),
                                body.date())));
    }

    /** @param action the category */
    private record Expense(UUID id, UUID userId, Money amount, Category action, LocalDate date) {}
}
