package app.mita.query.transactions;

import app.mita.api.transactions.Category;
import app.mita.api.transactions.DatedTransactionsView;
import app.mita.api.transactions.DatedTransactionsView.Dated;
import app.mita.api.transactions.MerchantSuggestionsView;
import app.mita.api.transactions.TransactionView;
import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.JsonAnswers;
import app.mita.query.web.Moment;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.query.web.Span;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads of the transactions themselves (core.md section 7). */
@RestController
@RequestMapping("/api/transactions")
class TransactionsController {

    /** What one answer of by-date holds at most. */
    private static final int MOST_BY_DATE = 10_000;

    private static final Opening LIST = Opening.saying("Your transactions.");
    private static final Opening ONE = Opening.saying("The transaction.");

    private final Screens screens;
    private final Transactions transactions;
    private final Merchants merchants;
    private final Documents documents;
    private final JsonAnswers answers;
    private final Responses responses;

    TransactionsController(
            Screens screens,
            Transactions transactions,
            Merchants merchants,
            Documents documents,
            JsonAnswers answers,
            Responses responses) {
        this.screens = screens;
        this.transactions = transactions;
        this.merchants = merchants;
        this.documents = documents;
        this.answers = answers;
        this.responses = responses;
    }

    @GetMapping
    @AnswersStored
    Mono<Void> list(
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            @RequestParam(required = false) @Nullable String category,
            Caller caller,
            ServerWebExchange exchange) {
        var page = Page.of(skip, limit);
        var start = Moment.ofNullable(startDate, "query.start_date");
        var end = Moment.ofNullable(endDate, "query.end_date");
        var wanted = category == null || category.isBlank() ? null : category(category);
        return zone(caller.user(), start, end)
                .map(zone -> Span.of(start, end, zone))
                .map(span -> new TransactionPage(span, wanted, page.skip(), page.limit()))
                .flatMap(list -> screens.show(list, LIST, caller, exchange));
    }

    @GetMapping("/{id}")
    @AnswersStored
    Mono<Void> one(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var transaction = id(id);
        return transactions
                .find(caller.user(), transaction)
                .switchIfEmpty(Mono.error(() -> unknown(transaction)))
                .flatMap(found -> answers.write(exchange, ONE, found));
    }

    @GetMapping("/by-date")
    Mono<ResponseEntity<Envelope<?>>> byDate(
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            @RequestParam(required = false) @Nullable String date,
            Caller caller,
            ServerWebExchange exchange) {
        var start = Moment.required(startDate == null ? date : startDate, "query.start_date");
        var end = Moment.required(endDate == null ? date : endDate, "query.end_date");
        return zone(caller.user(), start, end)
                .flatMap(zone -> transactions.within(caller.user(), Span.of(start, end, zone), MOST_BY_DATE))
                .map(found -> dated(found, start, end))
                .map(view -> responses.of(exchange, Answer.ok("Your transactions of these days.", view)));
    }

    @GetMapping("/merchants/suggestions")
    Mono<ResponseEntity<Envelope<?>>> merchants(
            @RequestParam(defaultValue = "") String query, Caller caller, ServerWebExchange exchange) {
        var text = SearchText.checked(query);
        return merchants
                .matching(caller.user(), text)
                .map(found -> new MerchantSuggestionsView(found, text))
                .map(view -> responses.of(exchange, Answer.ok("Places that you have spent at.", view)));
    }

    /** Asks for the user's zone only where a date depends on it. */
    private Mono<ZoneId> zone(UUID user, @Nullable Moment start, @Nullable Moment end) {
        return start == null && end == null ? Mono.just(ZoneOffset.UTC) : documents.compute(user, Sources::zone);
    }

    private static DatedTransactionsView dated(List<TransactionView> found, Moment start, Moment end) {
        return new DatedTransactionsView(
                found.stream().map(Dated::of).toList(), start.text(), end.text(), found.size());
    }

    private static Category category(String word) {
        return Category.named(word)
                .orElseThrow(() -> new Refused(
                        ErrorCode.INVALID_CATEGORY,
                        "There is no such category.",
                        Map.of("provided_category", word, "valid_categories", List.of(Category.values()))));
    }

    private static UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // refused below
        }
        throw new Refused(ErrorCode.INVALID_ID, "A transaction's id is a UUID.");
    }

    private static Refused unknown(UUID id) {
        return new Refused(
                ErrorCode.NOT_FOUND,
                "There is no such transaction.",
                Map.of("resource_type", "transaction", "transaction_id", id));
    }
}
