package app.mita.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.domain.time.WrittenTime.Exact;
import app.mita.domain.time.WrittenTime.OnDay;
import app.mita.domain.time.WrittenTime.Unsaid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-24T12:34:56Z");

    @Property
    void its_months_hold_its_local_month_in_every_zone(
            @ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        assertThat(new Exact(instant).months())
                .contains(UserTime.monthOf(instant, zone))
                .hasSizeBetween(1, 2);
    }

    @Test
    void a_time_in_the_middle_of_a_month_has_one_month() {
        assertThat(new Exact(NOW).months()).containsExactly(YearMonth.of(2026, 11));
        assertThat(WrittenTime.parse("2026-11-30T23:59").months()).containsExactly(YearMonth.of(2026, 11));
        assertThat(WrittenTime.parse("2026-11-30T23:59Z").months())
                .containsExactlyInAnyOrder(YearMonth.of(2026, 11), YearMonth.of(2026, 12));
    }

    @Test
    void today_is_now_and_another_day_is_its_noon() {
        assertThat(new OnDay(LocalDate.of(2026, 11, 24)).in(TOKYO, NOW)).isEqualTo(NOW);
        assertThat(new OnDay(LocalDate.of(2026, 11, 23)).in(TOKYO, NOW))
                .isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
    }

    @Test
    void knows_what_it_could_have_meant() {
        assertThat(WrittenTime.parse("2026-11-24T21:34:56").means(NOW, TOKYO)).isTrue();
        assertThat(WrittenTime.parse("2026-11-24T21:34:57").means(NOW, TOKYO)).isFalse();
        assertThat(new OnDay(LocalDate.of(2026, 11, 24)).means(NOW, TOKYO)).isTrue();
        assertThat(new OnDay(LocalDate.of(2026, 11, 25)).means(NOW, TOKYO)).isFalse();
        assertThat(new Unsaid(Instant.EPOCH).means(NOW, TOKYO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59",
                "-0001-01-01",
                "+10000-01-01T00:00Z",
                "-999999999-01-01T00:00:00+14:00"
            })
    void years_beyond_reason_are_refused(String text) {
        assertThatThrownBy(() -> WrittenTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2040-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }
}
