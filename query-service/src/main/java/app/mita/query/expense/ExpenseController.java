package app.mita.query.expense;

import app.mita.api.expense.ExpenseHistoryView;
import app.mita.api.expense.ExpenseView;
import app.mita.api.transactions.TransactionView;
import app.mita.api.wire.Envelope;
import app.mita.domain.time.UserTime;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.query.transactions.Transactions;
import app.mita.query.web.Span;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The older router's list (core.md section 8). */
@RestController
@RequestMapping("/api/expense")
class ExpenseController {

    private static final int PERIOD_DAYS = 90;
    private static final int MOST = 10_000;

    private final Transactions transactions;
    private final Documents documents;
    private final Responses responses;
    private final Clock clock;

    ExpenseController(Transactions transactions, Documents documents, Responses responses, Clock clock) {
        this.transactions = transactions;
        this.documents = documents;
        this.responses = responses;
        this.clock = clock;
    }

    /** A query sent as POST, without a body. */
    @PostMapping("/history")
    Mono<ResponseEntity<Envelope<?>>> history(Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), Sources::zone)
                .flatMap(zone -> transactions
                        .within(caller.user(), period(clock.instant(), zone), MOST)
                        .map(found -> view(found, zone)))
                .map(view -> responses.of(exchange, Answer.ok("Your expenses of the last 90 days.", view)));
    }

    /** Whole local days, today and what is still to come included. */
    private static Span period(Instant now, ZoneId zone) {
        var first = UserTime.dayOf(now, zone).minusDays(PERIOD_DAYS);
        return Span.from(UserTime.startOf(first, zone));
    }

    private static ExpenseHistoryView view(List<TransactionView> found, ZoneId zone) {
        var expenses = found.stream()
                .map(spent -> ExpenseView.of(spent, UserTime.dayOf(spent.spentAt(), zone)))
                .toList();
        return new ExpenseHistoryView(expenses, expenses.size(), PERIOD_DAYS);
    }
}
