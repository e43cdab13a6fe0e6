package app.mita.query.analytics;

import app.mita.query.readmodel.Screen;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
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

    private static final Screen BY_CATEGORY = MonthScreens::byCategory;
    private static final Screen BY_DAY = MonthScreens::byDay;

    private final Screens screens;

    AnalyticsController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/monthly")
    @AnswersStored
    Mono<Void> monthly(Caller caller, ServerWebExchange exchange) {
        return screens.show(BY_CATEGORY, MONTHLY, caller, exchange);
    }

    @GetMapping("/trend")
    @AnswersStored
    Mono<Void> trend(Caller caller, ServerWebExchange exchange) {
        return screens.show(BY_DAY, TREND, caller, exchange);
    }
}
