package app.mita.query.analytics;

import app.mita.api.analytics.AnomalyView;
import app.mita.api.analytics.CategoryAggregate;
import app.mita.api.money.Money;
import app.mita.api.wire.Envelope;
import app.mita.domain.analytics.Spread;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Queries sent as POST, over a calendar in their body; nothing is read or recorded (planning.md, analytics). */
@RestController
@RequestMapping("/api/analytics")
class SentCalendarController {

    private static final int LEAST_DAYS = 5;
    private static final BigDecimal DEVIATIONS = new BigDecimal("2.5");

    private final Responses responses;

    SentCalendarController(Responses responses) {
        this.responses = responses;
    }

    /** Body of both. */
    record Question(@NotNull @SentCalendar List<SentDay> calendar) {}

    @PostMapping("/aggregate")
    ResponseEntity<Envelope<?>> aggregate(@Valid @RequestBody Question question, ServerWebExchange exchange) {
        return responses.of(exchange, Answer.ok("The calendar by category.", aggregate(question.calendar())));
    }

    @PostMapping("/anomalies")
    ResponseEntity<Envelope<?>> anomalies(@Valid @RequestBody Question question, ServerWebExchange exchange) {
        return responses.of(exchange, Answer.ok("The calendar's unusual days.", anomalies(question.calendar())));
    }

    /** In the order in which the categories appear. */
    private static Map<String, CategoryAggregate> aggregate(List<SentDay> calendar) {
        var planned = new LinkedHashMap<String, Money>();
        var spent = new LinkedHashMap<String, Money>();
        for (var day : calendar) {
            day.planned().forEach((category, amount) -> planned.merge(category, amount, Money::plus));
            day.spent().forEach((category, amount) -> spent.merge(category, amount, Money::plus));
        }
        spent.keySet().forEach(category -> planned.putIfAbsent(category, Money.ZERO));
        var sums = new LinkedHashMap<String, CategoryAggregate>();
        planned.forEach((category, amount) -> {
            var paid = spent.getOrDefault(category, Money.ZERO);
            sums.put(category, new CategoryAggregate(amount, paid, amount.minus(paid)));
        });
        return sums;
    }

    private static List<AnomalyView> anomalies(List<SentDay> calendar) {
        var spread = Spread.of(
                calendar.stream().map(SentDay::cost).filter(Money::isPositive).toList());
        if (spread.count() < LEAST_DAYS) {
            return List.of();
        }
        var threshold = spread.bound(DEVIATIONS);
        return IntStream.range(0, calendar.size())
                .filter(place -> spread.isExceededBy(calendar.get(place).cost(), DEVIATIONS))
                .mapToObj(place -> anomaly(calendar.get(place), place + 1, threshold))
                .toList();
    }

    private static AnomalyView anomaly(SentDay day, int place, Money threshold) {
        return new AnomalyView(day.number(place), day.date(), day.cost(), threshold);
    }
}
