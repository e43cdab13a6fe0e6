package app.mita.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.domain.golden.Golden;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static Stream<Golden> days() {
        return Golden.cases("local-days");
    }

    @ParameterizedTest
    @MethodSource("days")
    void a_day_is_the_users_own(Golden golden) {
        var zone = ZoneId.of(golden.given().get("zone").asString());
        var spentAt = Instant.parse(golden.given().get("spent_at").asString());
        assertThat(UserTime.dayOf(spentAt, zone))
                .isEqualTo(LocalDate.parse(golden.then().get("day").asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00:00, 2026-07-01T16:00:00Z",
        "2026-07-01 12:00, 2026-07-01T16:00:00Z",
        "2026-07-01T12:00:00.1234567, 2026-07-01T16:00:00.123456Z",
        "2026-07-01T12:00:00Z, 2026-07-01T12:00:00Z",
        "2026-07-01T12:00:00+02:00, 2026-07-01T10:00:00Z",
        "2026-07-01T12:00:00.5+0200, 2026-07-01T10:00:00.500Z",
        "2026-07-01, 2026-07-01T04:00:00Z",
        "2026-03-08T02:30:00, 2026-03-08T07:30:00Z",
        "2026-11-01T01:30:00, 2026-11-01T05:30:00Z"
    })
    void a_time_without_an_offset_is_the_users_own(String text, Instant instant) {
        assertThat(UserTime.parse(text, NEW_YORK)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "2026-13-01", "2026-02-30T10:00", "20260701", "1e9", "2026-07-01T", "2026-07-01T25:00"
            })
    void anything_else_is_no_time(String text) {
        assertThatThrownBy(() -> UserTime.parse(text, NEW_YORK)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_day_starts_when_its_clocks_do() {
        assertThat(UserTime.startOf(LocalDate.of(2026, 3, 28), ZoneId.of("Asia/Beirut")))
                .isEqualTo(Instant.parse("2026-03-27T22:00:00Z"));
        assertThat(UserTime.startOf(LocalDate.of(2026, 3, 29), ZoneId.of("Asia/Beirut")))
                .isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
    }

    @Test
    void zones_have_names() {
        assertThat(UserTime.zoneNamed("Europe/Sofia")).contains(ZoneId.of("Europe/Sofia"));
        assertThat(UserTime.zoneNamed("Mars/Base")).isEmpty();
        assertThat(UserTime.zoneNamed("+02:00")).isEmpty();
    }
}
