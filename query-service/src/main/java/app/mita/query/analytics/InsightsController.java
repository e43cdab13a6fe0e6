package app.mita.query.analytics;

import app.mita.api.analytics.BehavioralInsightsView;
import app.mita.api.analytics.SeasonalPatternsView;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.wire.Envelope;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.query.calendar.Months;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Users;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a month's and a year's spending says about the user (planning.md, analytics). */
@RestController
@RequestMapping("/api/analytics")
class InsightsController {

    /** That are over: every season once. */
    private static final int MONTHS = 12;

    private final SpendingMonths spending;
    private final Months plans;
    private final Users users;
    private final Responses responses;
    private final Clock clock;

    InsightsController(SpendingMonths spending, Months plans, Users users, Responses responses, Clock clock) {
        this.spending = spending;
        this.plans = plans;
        this.users = users;
        this.responses = responses;
        this.clock = clock;
    }

    @GetMapping("/behavioral-insights")
    Mono<ResponseEntity<Envelope<?>>> habits(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .flatMap(user -> habit(caller.user(), user.value()))
                .map(view -> responses.of(exchange, Answer.ok("Your habits of the last 30 days.", view)));
    }

    @GetMapping("/seasonal-patterns")
    Mono<ResponseEntity<Envelope<?>>> seasons(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .flatMap(user -> seasons(caller.user(), today(user.value())))
                .map(view -> responses.of(exchange, Answer.ok("Your year's seasons.", view)));
    }

    private Mono<BehavioralInsightsView> habit(UUID id, DashboardDocument user) {
        var days = LastDays.until(today(user), SpendingHabit.DAYS);
        var months = days.months();
        return Mono.zip(spending.between(id, months.getFirst(), months.getLast()), plans(id, user, months))
                .map(both -> {
                    var spread = days.spread(both.getT1());
                    var wanted = user.plan() == null ? null : user.plan().savingsGoal();
                    var habit = SpendingHabit.of(spread, days.adherence(both.getT2()), user.income(), wanted);
                    return HabitWords.on(habit, spread);
                });
    }

    private Mono<List<PlannedMonth>> plans(UUID id, DashboardDocument user, List<YearMonth> months) {
        return Flux.fromIterable(months)
                .flatMap(month -> plans.find(id, user, month))
                .collectList();
    }

    private Mono<SeasonalPatternsView> seasons(UUID id, LocalDate today) {
        var current = YearMonth.from(today);
        return spending.between(id, current.minusMonths(MONTHS), current.minusMonths(1))
                .map(months -> SeasonWords.on(months, today));
    }

    private LocalDate today(DashboardDocument user) {
        return Users.dayOf(clock.instant(), user);
    }
}
