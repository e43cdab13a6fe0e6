package app.mita.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.calendar.MonthDocument;
import app.mita.api.money.Money;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import app.mita.runtime.json.MitaJson;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariants 12 to 14, 17 and 21: each day of each month has what was spent on it, whatever moved. */
class CalendarHistoryTest {

    @Property(tries = 300)
    void isWhatTheLiveTransactionsSay(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var months = Folding.of(new CalendarModel()).apply(history.events()).rows().entrySet().stream()
                .collect(Collectors.toMap(row -> YearMonth.parse(row.getKey().substring(37)), row -> MitaJson.mapper()
                        .readValue(row.getValue().json(), MonthDocument.class)));
        assertThat(months).isEqualTo(expected(history));
    }

    private static Map<YearMonth, MonthDocument> expected(History history) {
        var months = new TreeMap<YearMonth, MonthDocument>();
        history.planned().forEach((month, plan) -> months.put(month, new MonthDocument(plan, new TreeMap<>())));
        history.live().values().forEach(live -> months.computeIfAbsent(
                        live.details().month(), month -> new MonthDocument(null, new TreeMap<>()))
                .spent()
                .computeIfAbsent(live.details().day(), day -> new TreeMap<>())
                .merge(live.details().planCategory(), live.details().amount(), Money::plus));
        return months;
    }
}
