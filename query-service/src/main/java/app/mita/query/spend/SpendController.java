package app.mita.query.spend;

import app.mita.api.money.Money;
import app.mita.api.spend.LimitView;
import app.mita.api.spend.SpentView;
import app.mita.api.wire.Envelope;
import app.mita.query.analytics.SentCalendar;
import app.mita.query.analytics.SentDay;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Queries sent as POST, over a calendar in their body; nothing is read or recorded (planning.md, small engines). */
@RestController
@RequestMapping("/api/spend")
class SpendController {

    private final Responses responses;

    SpendController(Responses responses) {
        this.responses = responses;
    }

    /**
     * Body of both.
     *
     * @param day its number in the calendar
     */
    record Question(
            @NotNull @SentCalendar List<SentDay> calendar,
            @NotNull @Min(1) @Max(400) Integer day,
            @NotBlank @Size(max = 100) String category) {

        /** Of the first day of that number; zero when the calendar does not have it. */
        Money read(Function<SentDay, Money> amount) {
            return IntStream.range(0, calendar.size())
                    .filter(place -> calendar.get(place).number(place + 1) == day)
                    .mapToObj(calendar::get)
                    .findFirst()
                    .map(amount)
                    .orElse(Money.ZERO);
        }
    }

    @PostMapping("/check")
    ResponseEntity<Envelope<?>> spent(@Valid @RequestBody Question question, ServerWebExchange exchange) {
        var spent = question.read(day -> day.spent(question.category()));
        return responses.of(exchange, Answer.ok("What the day has cost.", new SpentView(spent)));
    }

    @PostMapping("/limit")
    ResponseEntity<Envelope<?>> limit(@Valid @RequestBody Question question, ServerWebExchange exchange) {
        var limit = question.read(day -> day.planned(question.category()));
        return responses.of(exchange, Answer.ok("What the day may cost.", new LimitView(limit)));
    }
}
