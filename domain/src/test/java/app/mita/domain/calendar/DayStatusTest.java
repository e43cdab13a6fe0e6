package app.mita.domain.calendar;

import static app.mita.domain.golden.Golden.money;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.domain.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayStatusTest {

    static Stream<Golden> days() {
        return Golden.cases("day-statuses");
    }

    @ParameterizedTest
    @MethodSource("days")
    void says_how_the_day_went(Golden golden) {
        var status = DayStatus.of(
                money(golden.given().get("planned")), money(golden.given().get("spent")));
        assertThat(status.word()).isEqualTo(golden.then().get("status").asString());
    }
}
