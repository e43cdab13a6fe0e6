package app.mita.query.budget;

import app.mita.api.budget.AllocationView;
import app.mita.api.budget.MonthlyBudgetView;
import app.mita.api.money.Money;
import app.mita.api.wire.Envelope;
import app.mita.domain.budget.IncomeAdvice;
import app.mita.domain.budget.TierBudget;
import app.mita.domain.onboarding.RegionalProfiles;
import app.mita.query.readmodel.Documents;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Divisions of money that are only computed: queries sent as POST, they record nothing (planning.md, budget). */
@RestController
@RequestMapping("/api/budget")
class AllocationController {

    private static final BigDecimal OF_A_KNOWN_USER = new BigDecimal("0.85");
    private static final BigDecimal OF_A_STRANGER = new BigDecimal("0.5");

    private final Documents documents;
    private final Responses responses;

    AllocationController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
        RegionalProfiles.prepare();
    }

    @PostMapping("/monthly")
    Mono<ResponseEntity<Envelope<?>>> monthly(
            @Valid @RequestBody MonthQuestion question, Caller caller, ServerWebExchange exchange) {
        return monthly(question, caller.user())
                .map(view -> responses.of(exchange, Answer.ok("A budget for the month.", view)));
    }

    @PostMapping("/behavioral_allocation")
    Mono<ResponseEntity<Envelope<?>>> allocation(
            @Valid @RequestBody AmountToDivide amount, Caller caller, ServerWebExchange exchange) {
        return standing(caller.user())
                .map(standing -> allocation(Money.of(amount.totalAmount()), standing))
                .map(view -> responses.of(exchange, Answer.ok("A division of the amount.", view)));
    }

    @PostMapping("/income_based_recommendations")
    ResponseEntity<Envelope<?>> recommendations(@Valid @RequestBody IncomeToJudge income, ServerWebExchange exchange) {
        var advice = IncomeAdvice.on(Money.of(income.monthlyIncome()));
        return responses.of(exchange, Answer.ok("What the income allows.", advice));
    }

    private Mono<MonthlyBudgetView> monthly(MonthQuestion question, UUID user) {
        var answers = question.answers();
        if (answers != null) {
            return Mono.fromSupplier(() -> MonthlyBudget.from(question.yearMonth(), answers));
        }
        return standing(user)
                .map(standing -> question.monthlyIncome() == null
                        ? standing
                        : new Standing(Money.of(question.monthlyIncome()), standing.region()))
                .map(standing -> MonthlyBudget.from(question.yearMonth(), standing));
    }

    private Mono<Standing> standing(UUID user) {
        return documents.compute(user, sources -> Standing.of(sources.user()));
    }

    private static AllocationView allocation(Money amount, Standing standing) {
        boolean known = standing.isKnown();
        var budget = TierBudget.ofAmount(amount, known ? standing.income() : null, standing.region());
        return new AllocationView(
                budget.categories(),
                budget.allocated(),
                "behavioral_allocation",
                known ? "dynamic" : "tier_weights",
                budget.tier().word(),
                known ? OF_A_KNOWN_USER : OF_A_STRANGER,
                known);
    }
}
