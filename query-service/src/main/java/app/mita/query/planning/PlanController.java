package app.mita.query.planning;

import app.mita.query.calendar.Dates;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A month's plan by day (planning.md, plan). */
@RestController
@RequestMapping("/api/plan")
class PlanController {

    private static final Opening PLAN = Opening.saying("The month's plan.");

    private final Screens screens;

    PlanController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/{year}/{month}")
    @AnswersStored
    Mono<Void> plan(@PathVariable int year, @PathVariable int month, Caller caller, ServerWebExchange exchange) {
        var first = Dates.existing(year, month, 1);
        return screens.show(new PlanScreen(YearMonth.from(first)), PLAN, caller, exchange);
    }
}
