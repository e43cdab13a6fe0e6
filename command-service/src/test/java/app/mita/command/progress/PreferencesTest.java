package app.mita.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                " respond-async ",
                "respond-async, wait=100",
                "wait=100, respond-async",
                "respond-async; wait=10",
                "respond-async=\"\"",
                "handling=lenient, wait=\"1, 2\" ; a=\"\\\"\", respond-async",
                ",, respond-async,",
            })
    void asksForAnAnswerAtOnce(String header) {
        assertThat(Preferences.respondAsync(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "return=minimal",
                "respond-asynchronously",
                "x-respond-async",
                "note=\"x, respond-async\"",
                "note=\"\\\", respond-async, \\\"\"",
                "wait; respond-async",
                "\"respond-async",
                "note=\"\\",
            })
    void doesNotAsk(String header) {
        assertThat(Preferences.respondAsync(List.of(header))).isFalse();
    }

    @Test
    void looksAtEveryHeader() {
        assertThat(Preferences.respondAsync(List.of("return=minimal", "respond-async")))
                .isTrue();
        assertThat(Preferences.respondAsync(List.of())).isFalse();
    }
}
