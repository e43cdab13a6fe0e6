package app.mita.query.financial;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.wire.Envelope;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.onboarding.IncomeShares;
import app.mita.query.analytics.LastDays;
import app.mita.query.analytics.SpendingMonths;
import app.mita.query.readmodel.Users;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
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

    private final SpendingMonths spending;
    private final Users users;
    private final Responses responses;
    private final Clock clock;

    FinancialController(SpendingMonths spending, Users users, Responses responses, Clock clock) {
        this.spending = spending;
        this.users = users;
        this.responses = responses;
        this.clock = clock;
    }

    /** A query sent as POST: it records nothing. */
    @PostMapping("/installment-evaluate")
    Mono<ResponseEntity<Envelope<?>>> installments(
            @Valid @RequestBody Offer offer, Caller caller, ServerWebExchange exchange) {
        var checked = offer.checked();
        return users.find(caller.user())
                .flatMap(user -> answer(checked, caller.user(), user.value()))
                .map(answer -> responses.of(exchange, answer));
    }

    @GetMapping("/dynamic-budget-method")
    Mono<ResponseEntity<Envelope<?>>> method(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .map(user -> BudgetMethod.of(shares(user.value())))
                .map(view -> responses.of(exchange, Answer.ok("How your income may be divided.", view)));
    }

    @GetMapping("/dynamic-thresholds/{type}")
    Mono<ResponseEntity<Envelope<?>>> thresholds(@PathVariable String type, Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .map(user -> Thresholds.of(type, user.value().income(), region(user.value()), shares(user.value())))
                .map(view -> responses.of(exchange, Answer.ok("What your spending is judged by.", view)));
    }

    private Mono<Answer> answer(Offer offer, UUID id, DashboardDocument user) {
        var now = clock.instant();
        var days = LastDays.until(Users.dayOf(now, user), SpendingHabit.DAYS);
        var months = days.months();
        return spending.between(id, months.getFirst(), months.getLast())
                .map(sums -> InstallmentAnswer.of(offer, user, days.categories(sums), days.spread(sums), now));
    }

    private static IncomeShares shares(DashboardDocument user) {
        return IncomeShares.of(user.income(), region(user));
    }

    private static @Nullable String region(DashboardDocument user) {
        return user.answers() == null ? null : user.answers().region();
    }
}
