package app.mita.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.event.PersonalText;
import app.mita.api.identity.Role;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
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

    record InCents(
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) SortedMap<YearMonth, Map<String, List<Money>>> planned,

            Money income) {}

    @Property
    void anAmountIsWrittenAsItsDecimalIs(@ForAll long cents) {
        var json = MitaJson.mapper().writeValueAsString(Money.cents(cents));
        assertThat(json).isEqualTo(BigDecimal.valueOf(cents, 2).toString());
        assertThat(MitaJson.mapper().readValue(json, Money.class)).isEqualTo(Money.cents(cents));
    }

    @Property
    void anAmountIsReadAsItsDecimalIs(
            @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(6) BigDecimal amount) {
        for (var json : List.of(amount.toString(), amount.toPlainString(), '"' + amount.toPlainString() + '"')) {
            assertThat(MitaJson.mapper().readValue(json, Money.class)).isEqualTo(Money.of(amount));
        }
    }

    @Test
    void amountsOfADocumentMayBeInCents() {
        var document = new InCents(
                new TreeMap<>(Map.of(
                        YearMonth.of(2026, 2), Map.of("food", List.of(Money.ZERO, Money.of("-1.10"), Money.of("20"))))),
                Money.of("20"));
        var json = MitaJson.mapper().writeValueAsString(document);
        assertThat(json).isEqualTo("{\"planned\":{\"2026-02\":{\"food\":[0,-110,2000]}},\"income\":20.00}");
        assertThat(MitaJson.mapper().readValue(json, InCents.class)).isEqualTo(document);
        var before = json.replace("[0,-110,2000]", "[0.00,-1.10,20.00]");
        assertThat(MitaJson.mapper().readValue(before, InCents.class)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e90", "true", "[1]", "{}", "\"\"", "\"a\"", "100000000000000000000.00"})
    void otherThingsAreNoAmounts(String json) {
        assertThatThrownBy(() -> MitaJson.mapper().readValue(json, Money.class)).isInstanceOf(JacksonException.class);
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
