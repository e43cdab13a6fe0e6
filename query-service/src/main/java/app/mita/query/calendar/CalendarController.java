package app.mita.query.calendar;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.JsonAnswers;
import app.mita.query.web.Opening;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
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

    private static final Opening CALENDAR = Opening.saying("The month's plan and spending.");

    private final Months months;
    private final JsonAnswers answers;
    private final Responses responses;

    CalendarController(Months months, JsonAnswers answers, Responses responses) {
        this.months = months;
        this.answers = answers;
        this.responses = responses;
    }

    @GetMapping("/saved/{year}/{month}")
    @AnswersStored
    Mono<Void> saved(@PathVariable int year, @PathVariable int month, Caller caller, ServerWebExchange exchange) {
        var day = Dates.existing(year, month, 1);
        return calendar(caller.user(), YearMonth.from(day), exchange);
    }

    @GetMapping("/current-month")
    @AnswersStored
    Mono<Void> currentMonth(Caller caller, ServerWebExchange exchange) {
        return months.current(caller.user()).flatMap(month -> calendar(caller.user(), month, exchange));
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

    private Mono<Void> calendar(UUID user, YearMonth month, ServerWebExchange exchange) {
        return months.calendar(user, month).flatMap(json -> answers.write(exchange, CALENDAR, json));
    }

    private static Refused notPlanned(LocalDate date) {
        return new Refused(
                ErrorCode.NOT_FOUND,
                "Nothing is planned for this day.",
                Map.of("resource_type", "calendar_day", "date", date));
    }
}
