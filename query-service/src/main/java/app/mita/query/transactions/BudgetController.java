package app.mita.query.transactions;

import app.mita.api.money.Money;
import app.mita.api.transactions.CategoryBudget;
import app.mita.api.wire.Envelope;
import app.mita.domain.planning.PlanCategory;
import app.mita.domain.transactions.Affordability;
import app.mita.domain.transactions.BudgetUse;
import app.mita.query.calendar.Months;
import app.mita.query.readmodel.Documents;
import app.mita.query.web.Moment;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How spending fits the day's budget (core.md section 7). */
@RestController
@RequestMapping("/api/transactions")
class BudgetController {

    private final Documents documents;
    private final Responses responses;

    BudgetController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
    }

    @GetMapping("/budget-status")
    Mono<ResponseEntity<Envelope<?>>> status(
            @RequestParam(required = false) @Nullable String date, Caller caller, ServerWebExchange exchange) {
        var moment = Moment.ofNullable(date, "query.date");
        return documents
                .compute(caller.user(), sources -> status(Months.day(sources, moment)))
                .map(view -> responses.of(exchange, Answer.ok("The day's budget.", view)));
    }

    /** A query sent as POST: it records nothing. */
    @PostMapping("/check-affordability")
    Mono<ResponseEntity<Envelope<?>>> affordability(
            @Valid @RequestBody Purchase purchase, Caller caller, ServerWebExchange exchange) {
        var amount = Money.of(purchase.amount());
        var category = PlanCategory.named(purchase.category());
        var moment = Moment.ofNullable(purchase.date(), "body.date");
        return documents
                .compute(caller.user(), sources -> Affordability.of(Months.day(sources, moment), category, amount))
                .map(outcome -> Advice.on(outcome, purchase.category().strip(), amount))
                .map(view -> responses.of(exchange, Answer.ok(view.impactMessage(), view)));
    }

    private static Map<String, CategoryBudget> status(Map<String, BudgetUse> day) {
        var status = new LinkedHashMap<String, CategoryBudget>();
        day.forEach((category, use) -> status.put(
                category,
                new CategoryBudget(
                        use.planned(),
                        use.spent(),
                        use.remaining(),
                        use.percentageUsed(),
                        use.level().status())));
        return status;
    }
}
