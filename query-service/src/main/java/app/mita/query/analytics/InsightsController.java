package app.mita.query.analytics;

import app.mita.api.analytics.BehavioralInsightsView;
import app.mita.api.analytics.SeasonalPatternsView;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.query.calendar.Months;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a month's and a year's spending says about the user (planning.md, analytics). */
@RestController
@RequestMapping("/api/analytics")
class InsightsController {

    private static final Opening HABITS = Opening.saying("Your habits of the last 30 days.");
    private static final Opening SEASONS = Opening.saying("Your year's seasons.");
    private static final Screen HABIT = InsightsController::habit;
    private static final Screen YEAR = InsightsController::seasons;

    /** That are over: every season once. */
    private static final int MONTHS = 12;

    private final Screens screens;

    InsightsController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/behavioral-insights")
    @AnswersStored
    Mono<Void> habits(Caller caller, ServerWebExchange exchange) {
        return screens.show(HABIT, HABITS, caller, exchange);
    }

    @GetMapping("/seasonal-patterns")
    @AnswersStored
    Mono<Void> seasons(Caller caller, ServerWebExchange exchange) {
        return screens.show(YEAR, SEASONS, caller, exchange);
    }

    private static BehavioralInsightsView habit(Sources sources) {
        var user = sources.user();
        var days = LastDays.until(sources.today(), SpendingHabit.DAYS);
        var spread = days.spread(SpendingMonths.of(sources, days));
        var plans =
                days.months().stream().map(month -> Months.near(sources, month)).toList();
        var wanted = user.plan() == null ? null : user.plan().savingsGoal();
        return HabitWords.on(SpendingHabit.of(spread, days.adherence(plans), user.income(), wanted), spread);
    }

    private static SeasonalPatternsView seasons(Sources sources) {
        var current = YearMonth.from(sources.today());
        var months = SpendingMonths.between(sources, current.minusMonths(MONTHS), current.minusMonths(1));
        return SeasonWords.on(months, sources.today());
    }
}
