package app.mita.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.event.PersonalText;
import app.mita.api.identity.Role;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MitaJsonTest {

    record Body(@Nullable BigDecimal amount, @Nullable String name, int count, boolean isRecurring) {}

    record Document(
            SortedMap<LocalDate, Map<String, Money>> spent,
            SortedMap<YearMonth, Integer> months,
            Map<Category, Role> roles,
            Instant at,
            @Nullable PersonalText email) {}

    @Test
    void documentsAreTheSameAfterWritingAndReading() {
        var document = new Document(
                new TreeMap<>(Map.of(LocalDate.of(2026, 2, 1), Map.of("food", Money.of("1.10")))),
                new TreeMap<>(Map.of(YearMonth.of(2026, 2), 3)),
                Map.of(Category.PUBLIC_TRANSPORT, Role.BASIC_USER),
                Instant.parse("2026-02-01T00:00:00.5Z"),
                new PersonalText("a@b.example"));
        var json = MitaJson.mapper().writeValueAsString(document);
        assertThat(json)
                .isEqualTo("{\"spent\":{\"2026-02-01\":{\"food\":1.10}},\"months\":{\"2026-02\":3},"
                        + "\"roles\":{\"public_transport\":\"basic_user\"},\"at\":\"2026-02-01T00:00:00.500Z\","
                        + "\"email\":\"a@b.example\"}");
        assertThat(MitaJson.mapper().readValue(json, Document.class)).isEqualTo(document);
    }

    @Property
    void anAmountIsWrittenAsItsDecimalIs(@ForAll long cents) {
        assertThat(MitaJson.mapper().writeValueAsString(Money.cents(cents)))
                .isEqualTo(BigDecimal.valueOf(cents, 2).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, -1, -99, -100, -101, Long.MIN_VALUE, Long.MAX_VALUE})
    void edgesOfAnAmountToo(long cents) {
        anAmountIsWrittenAsItsDecimalIs(cents);
    }

    @Test
    void numbersMayArriveAsStrings() {
        assertThat(read("{\"amount\":\" 12.50 \",\"count\":\"3\",\"is_recurring\":true,\"unknown\":[1],\"count\":4}"))
                .isEqualTo(new Body(new BigDecimal("12.50"), null, 4, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":NaN}",
                "{\"amount\":\"NaN\"}",
                "{\"amount\":\"\"}",
                "{\"amount\":\"lots\"}",
                "{\"amount\":Infinity}",
                "{\"amount\":1e999999999}",
                "{\"amount\":\"1e-999999999\"}",
                "{\"amount\":[1]}",
                "{\"amount\":{}}",
                "{\"amount\":true}",
                "{\"name\":1}",
                "{\"name\":true}",
                "{\"count\":1.5}",
                "{\"count\":99999999999}",
                "{\"count\":\"\"}",
                "[]",
                "\"\"",
                "{"
            })
    void whatIsOfTheWrongTypeIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> read("{\"unknown\":" + "[".repeat(100_000))).isInstanceOf(JacksonException.class);
    }

    private static Body read(String json) {
        return MitaJson.mapper().readValue(json, Body.class);
    }
}
