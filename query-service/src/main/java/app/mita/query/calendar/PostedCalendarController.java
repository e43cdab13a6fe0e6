package app.mita.query.calendar;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.calendar.BlankDay;
import app.mita.api.money.Money;
import app.mita.api.wire.Envelope;
import app.mita.domain.calendar.DayLoad;
import app.mita.domain.calendar.EvenDays;
import app.mita.domain.calendar.ShellBudget;
import app.mita.query.web.InvalidParameter;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Calendars that only their client keeps: computed from the body alone, nothing is recorded (planning.md, calendar). */
@RestController
@RequestMapping("/api/calendar")
class PostedCalendarController {

    private static final String SHELL = "__shell__";
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private final Responses responses;

    PostedCalendarController(Responses responses) {
        this.responses = responses;
    }

    @PostMapping("/generate")
    ResponseEntity<Envelope<?>> generate(@Valid @RequestBody NewCalendar calendar, ServerWebExchange exchange) {
        var start = calendar.startDate();
        if (start.getYear() < 1 || start.isAfter(LAST)) {
            throw InvalidParameter.of("body.start_date", "date_parsing", "This is not a date of the years 1 to 9998.");
        }
        var days = days(calendar.calendarId(), start, calendar.numDays(), amounts(calendar.budgetPlan()));
        var data = new LinkedHashMap<String, Object>();
        data.put("calendar_id", calendar.calendarId());
        data.put("days", days);
        return responses.of(exchange, Answer.ok("The days of the calendar.", data));
    }

    @PostMapping("/shell")
    ResponseEntity<Envelope<?>> shell(@Valid @RequestBody ShellQuestion question, ServerWebExchange exchange) {
        var month = YearMonth.of(question.year(), question.month());
        var amounts = ShellBudget.of(
                Money.of(question.income()),
                Money.of(requireNonNullElse(question.savingsTarget(), BigDecimal.ZERO)),
                amounts(question.fixed()),
                requireNonNullElse(question.weights(), Map.of()));
        var days = days(SHELL, month.atDay(1), month.lengthOfMonth(), amounts);
        return responses.of(exchange, Answer.ok("A calendar from your income.", Map.of("calendar", days)));
    }

    @PostMapping("/redistribute")
    ResponseEntity<Envelope<?>> redistribute(@Valid @RequestBody PostedCalendar calendar, ServerWebExchange exchange) {
        var balanced = DayLoad.balanced(calendar.loads());
        return responses.of(exchange, Answer.ok("The days, balanced.", Map.of("updated_calendar", balanced)));
    }

    private static List<BlankDay> days(String calendar, LocalDate first, int count, Map<String, Money> amounts) {
        var days = EvenDays.of(amounts, count);
        return IntStream.range(0, count)
                .mapToObj(day -> BlankDay.of(calendar, first.plusDays(day), days.get(day)))
                .toList();
    }

    private static Map<String, Money> amounts(@Nullable Map<String, BigDecimal> given) {
        var amounts = new LinkedHashMap<String, Money>();
        requireNonNullElse(given, Map.<String, BigDecimal>of())
                .forEach((category, amount) -> amounts.put(category, Money.of(amount)));
        return amounts;
    }
}
