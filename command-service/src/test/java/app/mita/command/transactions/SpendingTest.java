package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.transactions.SomeSpending.ID;
import static app.mita.command.transactions.SomeSpending.NOW;
import static app.mita.command.transactions.SomeSpending.UTC;
import static app.mita.command.transactions.SomeSpending.withWords;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.transactions.TransactionRecorded;
import app.mita.runtime.json.MitaJson;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpendingTest {

    /** After a restart a repetition is compared with what the log gives back. */
    @Test
    void is_known_again_after_it_was_stored() {
        var spending = withWords("2026-11-24T10:00:00.123456");
        var json = MitaJson.mapper()
                .writeValueAsString(new TransactionRecorded(USER, ID, spending.details(UTC, NOW), NOW));
        var stored = MitaJson.mapper().readValue(json, TransactionRecorded.class);
        assertThat(spending.means(stored.details(), UTC)).isTrue();
        assertThat(withWords("2026-11-24T10:00:00.123457").means(stored.details(), UTC))
                .isFalse();
    }

    @Test
    void is_known_again_after_its_user_moved() {
        var spending = withWords("2026-11-24T23:00:00Z");
        assertThat(spending.means(spending.details(UTC, NOW), ZoneId.of("Asia/Tokyo")))
                .isTrue();
    }

    @Test
    void a_key_names_the_same_transaction_for_its_user_only() {
        var mine = TransactionId.of(USER, null, "k", NOW).value();
        assertThat(TransactionId.of(USER, null, " k ", NOW.plusSeconds(1)).value())
                .isEqualTo(mine);
        assertThat(TransactionId.of(USER, null, "l", NOW).value()).isNotEqualTo(mine);
        assertThat(TransactionId.of(UUID.randomUUID(), null, "k", NOW).value()).isNotEqualTo(mine);
        assertThat(mine.version()).isEqualTo(8);
        assertThat(TransactionId.of(USER, null, " ", NOW).value().version()).isEqualTo(7);
        assertThat(TransactionId.of(USER, ID, "k", NOW).value()).isEqualTo(ID);
    }
}
