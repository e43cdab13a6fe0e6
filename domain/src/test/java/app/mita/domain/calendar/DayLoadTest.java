package app.mita.domain.calendar;

import static app.mita.domain.golden.Golden.money;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.golden.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DayLoadTest {

    static Stream<Golden> calendars() {
        return Golden.cases("redistributions");
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void moves_what_is_too_much(Golden golden) {
        assertThat(DayLoad.balanced(calendar(golden.given().get("calendar")))).isEqualTo(calendar(golden.then()));
    }

    @Property
    void makes_and_loses_no_money_and_leaves_nothing_to_move(@ForAll("loads") List<DayLoad> days) {
        var calendar = new LinkedHashMap<String, DayLoad>();
        days.forEach(day -> calendar.put(String.valueOf(calendar.size() + 1), day));
        var balanced = DayLoad.balanced(calendar);
        assertThat(sum(balanced)).isEqualTo(sum(calendar));
        assertThat(balanced.keySet()).containsExactlyElementsOf(calendar.keySet());
        calendar.forEach((day, load) -> assertThat(balanced.get(day).limit()).isEqualTo(load.limit()));
        boolean over = balanced.values().stream().anyMatch(day -> day.total().compareTo(day.limit()) > 0);
        boolean under = balanced.values().stream().anyMatch(day -> day.total().compareTo(day.limit()) < 0);
        assertThat(over && under).isFalse();
        assertThat(DayLoad.balanced(balanced)).isEqualTo(balanced);
    }

    @Provide
    Arbitrary<List<DayLoad>> loads() {
        var money = Arbitraries.longs().between(0, 100_000).map(Money::cents);
        return Combinators.combine(money, money).as(DayLoad::new).list().ofMaxSize(31);
    }

    private static Money sum(Map<String, DayLoad> calendar) {
        return Money.sum(calendar.values().stream().map(DayLoad::total).toList());
    }

    private static Map<String, DayLoad> calendar(JsonNode days) {
        var calendar = new LinkedHashMap<String, DayLoad>();
        days.properties()
                .forEach(day -> calendar.put(
                        day.getKey(),
                        new DayLoad(
                                money(day.getValue().get("total")),
                                money(day.getValue().get("limit")))));
        return calendar;
    }
}
