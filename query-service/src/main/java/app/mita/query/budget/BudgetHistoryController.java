package app.mita.query.budget;

import app.mita.api.budget.RedistributionHistoryView;
import app.mita.api.wire.Envelope;
import app.mita.domain.budget.CategorySums;
import app.mita.domain.budget.SpendingReview;
import app.mita.query.calendar.Months;
import app.mita.query.readmodel.Users;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What became of the plan so far: money that was moved, and what the last days suggest (planning.md, budget). */
@RestController
@RequestMapping("/api/budget")
class BudgetHistoryController {

    /** Local days, today included. */
    private static final int REVIEWED_DAYS = 30;

    private final Redistributions redistributions;
    private final Users users;
    private final Months months;
    private final Responses responses;
    private final Clock clock;

    BudgetHistoryController(
            Redistributions redistributions, Users users, Months months, Responses responses, Clock clock) {
        this.redistributions = redistributions;
        this.users = users;
        this.months = months;
        this.responses = responses;
        this.clock = clock;
    }

    @GetMapping("/redistribution_history")
    Mono<ResponseEntity<Envelope<?>>> redistributions(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Caller caller, ServerWebExchange exchange) {
        return redistributions
                .newest(caller.user(), limit)
                .map(rebalances -> RedistributionHistoryView.of(rebalances, limit))
                .map(view -> responses.of(exchange, Answer.ok("Money that was moved in your plan.", view)));
    }

    @GetMapping("/suggestions")
    Mono<ResponseEntity<Envelope<?>>> suggestions(Caller caller, ServerWebExchange exchange) {
        return review(caller.user())
                .map(Suggestions::from)
                .map(view -> responses.of(exchange, Answer.ok("What you could change.", view)));
    }

    private Mono<SpendingReview> review(UUID user) {
        return users.find(user).flatMap(document -> {
            var person = document.value();
            var today = Users.dayOf(clock.instant(), person);
            return months.rows(user, person, today.minusDays(REVIEWED_DAYS - 1L), today)
                    .map(rows -> SpendingReview.of(CategorySums.of(rows)));
        });
    }
}
