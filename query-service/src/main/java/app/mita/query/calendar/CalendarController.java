package app.mita.query.calendar;

import app.mita.api.wire.Envelope;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
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

    private static final Opening CALENDAR = Opening.saying("The month's plan and spending.");

    private static final Opening DAY = Opening.saying("The day's plan and spending.");
    private static final CalendarScreen CURRENT_MONTH = new CalendarScreen(null);

    private final Screens screens;
    private final Documents documents;
    private final Responses responses;

    CalendarController(Screens screens, Documents documents, Responses responses) {
        this.screens = screens;
        this.documents = documents;
        this.responses = responses;
    }

    @GetMapping("/saved/{year}/{month}")
    @AnswersStored
    Mono<Void> saved(@PathVariable int year, @PathVariable int month, Caller caller, ServerWebExchange exchange) {
        var first = Dates.existing(year, month, 1);
        return screens.show(new CalendarScreen(YearMonth.from(first)), CALENDAR, caller, exchange);
    }

    @GetMapping("/current-month")
    @AnswersStored
    Mono<Void> currentMonth(Caller caller, ServerWebExchange exchange) {
        return screens.show(CURRENT_MONTH, CALENDAR, caller, exchange);
    }

    @GetMapping("/day/{year}/{month}/{day}")
    @AnswersStored
    Mono<Void> day(
            @PathVariable int year,
            @PathVariable int month,
            @PathVariable int day,
            Caller caller,
            ServerWebExchange exchange) {
        return screens.show(new DayScreen(Dates.existing(year, month, day)), DAY, caller, exchange);
    }

    /** A query sent as POST. A date that there is not is an answer, no error. */
    @PostMapping("/day_state")
    Mono<ResponseEntity<Envelope<?>>> dayState(
            @Valid @RequestBody DayQuestion question, Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), sources -> state(question, sources))
                .map(state -> responses.of(exchange, Answer.ok("How the day stands.", Map.of("state", state))));
    }

    private static Object state(DayQuestion question, Sources sources) {
        return Dates.find(question.year(), question.month(), 1)
                .map(first -> Months.find(sources, YearMonth.from(first)))
                .map(month -> DayState.of(month, Dates.find(question.year(), question.month(), question.day())))
                .orElse(DayState.unknown("calendar"));
    }
}
