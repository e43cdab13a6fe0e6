package app.mita.query.budget;

import app.mita.domain.budget.CategorySums;
import app.mita.domain.budget.SpendingReview;
import app.mita.query.calendar.Months;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

    private static final Opening MOVED = Opening.saying("Money that was moved in your plan.");
    private static final Opening SUGGESTIONS = Opening.saying("What you could change.");
    private static final Screen SUGGESTED = sources -> Suggestions.from(review(sources));

    private final Screens screens;

    BudgetHistoryController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/redistribution_history")
    @AnswersStored
    Mono<Void> redistributions(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Caller caller, ServerWebExchange exchange) {
        return screens.show(new Redistributions(limit), MOVED, caller, exchange);
    }

    @GetMapping("/suggestions")
    @AnswersStored
    Mono<Void> suggestions(Caller caller, ServerWebExchange exchange) {
        return screens.show(SUGGESTED, SUGGESTIONS, caller, exchange);
    }

    private static SpendingReview review(Sources sources) {
        var today = sources.today();
        var rows = Months.rows(sources, today.minusDays(REVIEWED_DAYS - 1L), today);
        return SpendingReview.of(CategorySums.of(rows));
    }
}
