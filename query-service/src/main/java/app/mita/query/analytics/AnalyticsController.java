package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.query.readmodel.View;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.JsonAnswers;
import app.mita.query.web.Opening;
import app.mita.runtime.security.Caller;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The current month's spending (planning.md, analytics). */
@RestController
@RequestMapping("/api/analytics")
class AnalyticsController {

    private static final Opening MONTHLY = Opening.saying("Your month by category.");
    private static final Opening TREND = Opening.saying("Your month day by day.");

    private final View<AnalyticsDocument> byCategory = MonthScreens.byCategory();
    private final View<AnalyticsDocument> byDay = MonthScreens.byDay();
    private final SpendingMonths months;
    private final JsonAnswers answers;
    private final Clock clock;

    AnalyticsController(SpendingMonths months, JsonAnswers answers, Clock clock) {
        this.months = months;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/monthly")
    @AnswersStored
    Mono<Void> monthly(Caller caller, ServerWebExchange exchange) {
        return months.current(caller.user())
                .flatMap(month -> answers.write(exchange, MONTHLY, month.render(byCategory, clock.instant())));
    }

    @GetMapping("/trend")
    @AnswersStored
    Mono<Void> trend(Caller caller, ServerWebExchange exchange) {
        return months.current(caller.user())
                .flatMap(month -> answers.write(exchange, TREND, month.render(byDay, clock.instant())));
    }
}
