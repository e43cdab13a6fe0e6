package app.mita.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.InvalidFormatException;

class IsoInstantTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);
        assertThat(IsoInstant.text(instant)).isEqualTo(instant.toString());
        assertThat(IsoInstant.parse(instant.toString())).isEqualTo(instant);
        var json = MitaJson.mapper().writeValueAsString(instant);
        assertThat(MitaJson.mapper().readValue(json, Instant.class)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.120Z",
            })
    void theFirstAndTheLastAreWrittenAsTheLibraryDoes(String text) {
        assertThat(IsoInstant.text(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T08:29:53Z",
                "2026-11-25T08:29:53.1Z",
                "2026-11-25T08:29:53.123456789Z",
                "2026-11-25T24:00:00Z",
                "2026-11-25T23:59:60Z",
                "2026-11-25T08:29:53+02:00",
                "2026-11-25T08:29:53.000+00:00",
                "2024-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "2026-11-25t08:29:53z",
                "2026-11-25T08:29:53.Z",
            })
    void everyFormIsReadAsTheLibraryDoes(String text) {
        assertThat(IsoInstant.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(MitaJson.mapper().readValue("\"" + text + "\"", Instant.class))
                .isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-25",
                "2026-11-25T08:29:53",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-25T25:00:00Z",
                "2026-11-25T08:60:00Z",
                "2026-11-25T08:29:53.1234567890Z",
                "2026/11/25T08:29:53Z",
                "2026-11-25T08:29:5xZ",
                "٢٠٢٦-11-25T08:29:53Z",
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> IsoInstant.parse(text)).isInstanceOf(DateTimeException.class);
        if (!text.isEmpty()) {
            assertThatThrownBy(() -> MitaJson.mapper().readValue("\"" + text + "\"", Instant.class))
                    .isInstanceOf(InvalidFormatException.class);
        }
    }
}
