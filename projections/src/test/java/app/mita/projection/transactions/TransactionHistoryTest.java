package app.mita.projection.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.PersonalText;
import app.mita.api.transactions.MerchantDocument;
import app.mita.api.transactions.TransactionView;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import app.mita.runtime.json.MitaJson;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariant 21 for the lists. */
class TransactionHistoryTest {

    @Property(tries = 200)
    void rowsAreTheLiveTransactions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var rows = Folding.of(new TransactionModel()).apply(history.events()).rows();
        var expected = history.live().entrySet().stream()
                .collect(Collectors.toMap(live -> history.user() + " " + live.getKey(), live -> MitaJson.mapper()
                        .writeValueAsString(TransactionView.of(
                                history.user(),
                                live.getKey(),
                                live.getValue().details(),
                                live.getValue().recordedAt(),
                                live.getValue().updatedAt()))));
        assertThat(rows.keySet()).isEqualTo(expected.keySet());
        rows.forEach((place, row) -> assertThat(row.json()).isEqualTo(expected.get(place)));
    }

    @Property(tries = 200)
    void merchantsCountTheLiveTransactions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var counted = Folding.of(new MerchantModel()).apply(history.events()).rows().entrySet().stream()
                .collect(Collectors.toMap(row -> row.getKey().substring(37), row -> MitaJson.mapper()
                        .readValue(row.getValue().json(), MerchantDocument.class)
                        .frequency()));
        assertThat(counted).isEqualTo(frequencies(history));
    }

    private static Map<String, Long> frequencies(History history) {
        return history.live().values().stream()
                .map(live -> PersonalText.reveal(live.details().merchant()))
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
