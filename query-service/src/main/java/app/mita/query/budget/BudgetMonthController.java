package app.mita.query.budget;

import app.mita.query.budget.MonthScreen.Kind;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A month's plan against its spending (planning.md, budget). */
@RestController
@RequestMapping("/api/budget")
class BudgetMonthController {

    private final Screens screens;

    BudgetMonthController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/spent")
    @AnswersStored
    Mono<Void> spent(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return answer(Kind.SPENT, Period.checked(year, month), caller, exchange);
    }

    @GetMapping("/remaining")
    @AnswersStored
    Mono<Void> remaining(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return answer(Kind.REMAINING, Period.checked(year, month), caller, exchange);
    }

    @GetMapping("/daily")
    @AnswersStored
    Mono<Void> daily(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return answer(Kind.DAILY, Period.checked(year, month), caller, exchange);
    }

    /** Unlike its neighbours it answers 422 for a month that no budget has. */
    @GetMapping("/forecast")
    @AnswersStored
    Mono<Void> forecast(
            @RequestParam(required = false) @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) @Nullable Integer year,
            @RequestParam(required = false) @Min(1) @Max(Period.MONTHS) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return answer(Kind.FORECAST, new Period(year, month), caller, exchange);
    }

    @GetMapping("/live_status")
    @AnswersStored
    Mono<Void> liveStatus(Caller caller, ServerWebExchange exchange) {
        return answer(Kind.LIVE_STATUS, Period.CURRENT, caller, exchange);
    }

    private Mono<Void> answer(Kind kind, Period period, Caller caller, ServerWebExchange exchange) {
        var screen = new MonthScreen(kind, period);
        return screens.show(screen, screen.opening(), caller, exchange);
    }
}
