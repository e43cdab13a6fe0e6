package app.mita.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Held against the library's own reader, which a mapper without our modules has. */
class DateReaderTest {

    private static final JsonMapper LIBRARY = JsonMapper.builder().build();

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(min = -1_000_000, max = 4_000_000) long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        assertThat(read(MitaJson.mapper().writeValueAsString(day))).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "0000-01-01", "-0001-01-01", "+10000-01-01", "2026-11-25T08:29:53Z", "20260"})
    void everyFormIsReadAsTheLibraryDoes(String text) {
        readOrRefusedAsByTheLibrary(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-01-32",
                "2026-1-01",
                "2026/01/01",
                "2026-01-0x",
                "٢٠٢٦-٠١-٠١",
                "today",
            })
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> read("\"" + text + "\"")).isInstanceOf(JacksonException.class);
        readOrRefusedAsByTheLibrary(text);
    }

    @Property
    void nothingIsReadThatTheLibraryRefuses(@ForAll @StringLength(max = 12) String text) {
        if (!text.trim().isEmpty()) { // which is refused here and null there
            readOrRefusedAsByTheLibrary(text);
        }
    }

    private static void readOrRefusedAsByTheLibrary(String text) {
        var json = LIBRARY.writeValueAsString(text);
        LocalDate expected;
        try {
            expected = LIBRARY.readValue(json, LocalDate.class);
        } catch (JacksonException refused) {
            assertThatThrownBy(() -> read(json)).isInstanceOf(refused.getClass());
            return;
        }
        assertThat(read(json)).isEqualTo(expected);
    }

    private static LocalDate read(String json) {
        return MitaJson.mapper().readValue(json, LocalDate.class);
    }
}
