package app.mita.query.calendar;

import app.mita.api.calendar.CalendarView;
import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads of the calendar (core.md section 9; planning.md, calendar). */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private final Months months;
    private final Responses responses;

    CalendarController(Months months, Responses responses) {
        this.months = months;
        this.responses = responses;
    }

    @GetMapping("/saved/{year}/{month}")
    Mono<ResponseEntity<Envelope<?>>> saved(
            @PathVariable int year, @PathVariable int month, Caller caller, ServerWebExchange exchange) {
        var day = Dates.existing(year, month, 1);
        return months.find(caller.user(), YearMonth.from(day)).map(found -> calendar(found, exchange));
    }

    @GetMapping("/current-month")
    Mono<ResponseEntity<Envelope<?>>> currentMonth(Caller caller, ServerWebExchange exchange) {
        return months.current(caller.user()).map(found -> calendar(found, exchange));
    }

    @GetMapping("/day/{year}/{month}/{day}")
    Mono<ResponseEntity<Envelope<?>>> day(
            @PathVariable int year,
            @PathVariable int month,
            @PathVariable int day,
            Caller caller,
            ServerWebExchange exchange) {
        var date = Dates.existing(year, month, day);
        return months.find(caller.user(), YearMonth.from(date))
                .map(found -> Days.day(found, date).orElseThrow(() -> notPlanned(date)))
                .map(view -> responses.of(exchange, Answer.ok("The day's plan and spending.", view)));
    }

    /** A query sent as POST. A date that there is not is an answer, no error. */
    @PostMapping("/day_state")
    Mono<ResponseEntity<Envelope<?>>> dayState(
            @Valid @RequestBody DayQuestion question, Caller caller, ServerWebExchange exchange) {
        return Mono.justOrEmpty(Dates.find(question.year(), question.month(), 1))
                .flatMap(first -> months.find(caller.user(), YearMonth.from(first)))
                .map(month -> DayState.of(month, Dates.find(question.year(), question.month(), question.day())))
                .defaultIfEmpty(DayState.unknown("calendar"))
                .map(state -> responses.of(exchange, Answer.ok("How the day stands.", Map.of("state", state))));
    }

    private ResponseEntity<Envelope<?>> calendar(PlannedMonth month, ServerWebExchange exchange) {
        CalendarView view = Days.calendar(month);
        return responses.of(exchange, Answer.ok("The month's plan and spending.", view));
    }

    private static Refused notPlanned(LocalDate date) {
        return new Refused(
                ErrorCode.NOT_FOUND,
                "Nothing is planned for this day.",
                Map.of("resource_type", "calendar_day", "date", date));
    }
}
