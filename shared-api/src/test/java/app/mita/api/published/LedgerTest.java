package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the ledger misses, and that it is only ever added to. */
class LedgerTest {

    private static final Map<String, String> PUBLISHED = Map.of("Earned.v1", "{}\n", "Spent.v1", "{\"a\": 1}\n");

    private final Ledger ledger = Ledger.of("").with(PUBLISHED);

    @Test
    void whatIsAsItWasPublishedIsNotMissed() {
        assertThat(ledger.missed(PUBLISHED)).isEmpty();
        assertThat(Ledger.of(ledger.text()).missed(PUBLISHED)).isEmpty();
    }

    @Test
    void aDeletedSchemaIsMissed() {
        assertThat(ledger.missed(Map.of("Earned.v1", "{}\n")))
                .singleElement()
                .asString()
                .startsWith("Spent.v1 was published and its schema is gone");
    }

    @Test
    void anEditedSchemaIsMissed() {
        assertThat(ledger.missed(Map.of("Earned.v1", "{}\n", "Spent.v1", "{}\n")))
                .singleElement()
                .asString()
                .startsWith("Spent.v1 is not as it was published");
    }

    @Test
    void aChangeIsALineMoreAndTheEarlierOnesStay() {
        var changed = Map.of("Earned.v1", "{}\n", "Spent.v1", "{\"a\": 2}\n", "Spent.v2", "{}\n");
        var later = ledger.with(changed);
        assertThat(later.text()).startsWith(ledger.text());
        assertThat(later.text().lines()).hasSize(4);
        assertThat(later.missed(changed)).isEmpty();
        assertThat(later.with(changed).text()).isEqualTo(later.text());
        assertThat(later.continues(ledger)).isTrue();
        assertThat(ledger.continues(later)).isFalse();
        assertThat(Ledger.of("").with(changed).continues(ledger)).isFalse();
    }
}
