package app.mita.query.planning;

import app.mita.api.planning.PlannedSpending;
import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.calendar.Dates;
import app.mita.query.calendar.Months;
import app.mita.query.calendar.PlannedMonth;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
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

    private final Months months;
    private final Responses responses;

    PlanController(Months months, Responses responses) {
        this.months = months;
        this.responses = responses;
    }

    @GetMapping("/{year}/{month}")
    Mono<ResponseEntity<Envelope<?>>> plan(
            @PathVariable int year, @PathVariable int month, Caller caller, ServerWebExchange exchange) {
        var wanted = YearMonth.from(Dates.existing(year, month, 1));
        return months.find(caller.user(), wanted)
                .map(PlanController::days)
                .map(days -> responses.of(exchange, Answer.ok("The month's plan.", days)));
    }

    /** Every day of the month by its number. */
    private static Map<String, Map<String, PlannedSpending>> days(PlannedMonth month) {
        if (!month.hasPlan() && month.spent().isEmpty()) {
            throw new Refused(
                    ErrorCode.NOT_FOUND,
                    "Nothing is planned in this month.",
                    Map.of("resource_type", "plan", "month", month.month().toString()));
        }
        var days = new LinkedHashMap<String, Map<String, PlannedSpending>>();
        for (int day = 1; day <= month.month().lengthOfMonth(); day++) {
            days.put(String.valueOf(day), categories(month, month.month().atDay(day)));
        }
        return days;
    }

    private static Map<String, PlannedSpending> categories(PlannedMonth month, LocalDate day) {
        var categories = new LinkedHashMap<String, PlannedSpending>();
        month.day(day)
                .forEach((category, use) -> categories.put(category, new PlannedSpending(use.planned(), use.spent())));
        return categories;
    }
}
