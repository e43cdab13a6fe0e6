package app.mita.query.financial;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.event.PersonalText;
import app.mita.api.wire.Envelope;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.onboarding.IncomeShares;
import app.mita.query.analytics.LastDays;
import app.mita.query.analytics.SpendingMonths;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the user's income can carry, and how it may be divided (planning.md, small engines). */
@RestController
@RequestMapping("/api/financial")
class FinancialController {

    private final Documents documents;
    private final Responses responses;

    FinancialController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
    }

    /** A query sent as POST: it records nothing. */
    @PostMapping("/installment-evaluate")
    Mono<ResponseEntity<Envelope<?>>> installments(
            @Valid @RequestBody Offer offer, Caller caller, ServerWebExchange exchange) {
        var checked = offer.checked();
        return documents
                .compute(caller.user(), sources -> answer(checked, sources))
                .map(answer -> responses.of(exchange, answer));
    }

    @GetMapping("/dynamic-budget-method")
    Mono<ResponseEntity<Envelope<?>>> method(Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), sources -> BudgetMethod.of(shares(sources.user())))
                .map(view -> responses.of(exchange, Answer.ok("How your income may be divided.", view)));
    }

    @GetMapping("/dynamic-thresholds/{type}")
    Mono<ResponseEntity<Envelope<?>>> thresholds(@PathVariable String type, Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), sources -> thresholds(type, sources.user()))
                .map(view -> responses.of(exchange, Answer.ok("What your spending is judged by.", view)));
    }

    private static Answer answer(Offer offer, Sources sources) {
        var days = LastDays.until(sources.today(), SpendingHabit.DAYS);
        var sums = SpendingMonths.of(sources, days);
        return InstallmentAnswer.of(offer, sources.user(), days.categories(sums), days.spread(sums), sources.now());
    }

    private static Object thresholds(String type, DashboardDocument user) {
        return Thresholds.of(type, user.income(), region(user), shares(user));
    }

    private static IncomeShares shares(DashboardDocument user) {
        return IncomeShares.of(user.income(), region(user));
    }

    private static @Nullable String region(DashboardDocument user) {
        return user.answers() == null
                ? null
                : PersonalText.reveal(user.answers().region());
    }
}
