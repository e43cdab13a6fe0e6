package app.mita.query.budget;

import app.mita.query.web.AnswersStored;
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

    private final MonthScreen spent = new MonthScreen("What is spent, by category.", Figures::spent);
    private final MonthScreen remaining = new MonthScreen("What is left, by category.", Figures::remaining);
    private final MonthScreen liveStatus = new MonthScreen("How today stands.", Figures::liveStatus);
    private final MonthScreen daily = new MonthScreen("The month, day by day.", Figures::daily);
    private final MonthScreen forecast = new MonthScreen("Where the month leads.", Figures::forecast);
    private final MonthScreens screens;

    BudgetMonthController(MonthScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/spent")
    @AnswersStored
    Mono<Void> spent(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return screens.answer(spent, Period.checked(year, month), caller.user(), exchange);
    }

    @GetMapping("/remaining")
    @AnswersStored
    Mono<Void> remaining(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return screens.answer(remaining, Period.checked(year, month), caller.user(), exchange);
    }

    @GetMapping("/daily")
    @AnswersStored
    Mono<Void> daily(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return screens.answer(daily, Period.checked(year, month), caller.user(), exchange);
    }

    /** Unlike its neighbours it answers 422 for a month that no budget has. */
    @GetMapping("/forecast")
    @AnswersStored
    Mono<Void> forecast(
            @RequestParam(required = false) @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) @Nullable Integer year,
            @RequestParam(required = false) @Min(1) @Max(Period.MONTHS) @Nullable Integer month,
            Caller caller,
            ServerWebExchange exchange) {
        return screens.answer(forecast, new Period(year, month), caller.user(), exchange);
    }

    @GetMapping("/live_status")
    @AnswersStored
    Mono<Void> liveStatus(Caller caller, ServerWebExchange exchange) {
        return screens.answer(liveStatus, Period.CURRENT, caller.user(), exchange);
    }
}
