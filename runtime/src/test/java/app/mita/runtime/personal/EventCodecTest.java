package app.mita.runtime.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.analytics.FeatureUsed;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.BudgetRebalanced.Transfer;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456Z");

    private final EventCodec codec = new EventCodec();
    private final PersonalKey key = new PersonalKey(UUID.randomUUID(), AesGcm.newKey());

    @Property(tries = 200)
    void whatIsEncodedIsDecodedTheSame(@ForAll @StringLength(max = 600) String text) {
        var event = recorded(text);
        assertThat(codec.decode("TransactionRecorded", 1, codec.encode(event, key), key))
                .isEqualTo(event);
    }

    @Test
    void encodedEventsHoldNoPersonalText() {
        var json = text(codec.encode(recorded("Secret Bakery"), key));
        assertThat(json)
                .doesNotContain("Secret", "Bakery")
                .contains("\"user_id\":\"" + key.user() + "\"", "\"category\":\"food\"", "\"amount\":12.50")
                .contains("enc:v1:");
        assertThat(json).isNotEqualTo(text(codec.encode(recorded("Secret Bakery"), key)));
    }

    @Test
    void aDeletedKeyLeavesErasedText() {
        var event =
                (TransactionRecorded) codec.decode("TransactionRecorded", 1, codec.encode(recorded("x"), key), null);
        assertThat(event.details().description()).isEqualTo(PersonalText.ERASED);
        assertThat(event.details().location()).isNull();
        assertThat(event.details().amount()).isEqualTo(Money.of("12.50"));
    }

    @Test
    void anotherUsersKeyIsRefused() {
        var json = codec.encode(recorded("x"), key);
        var stranger = new PersonalKey(UUID.randomUUID(), key.key());
        assertThatThrownBy(() -> codec.encode(recorded("x"), stranger)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.decode("TransactionRecorded", 1, json, stranger))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tamperedTextIsRefused() {
        var json = text(codec.encode(recorded("x"), key));
        int sealed = json.indexOf("enc:v1:") + 20;
        var flipped = json.substring(0, sealed) + (json.charAt(sealed) == 'A' ? 'B' : 'A') + json.substring(sealed + 1);
        var event = (TransactionRecorded)
                codec.decode("TransactionRecorded", 1, flipped.getBytes(StandardCharsets.UTF_8), key);
        assertThatThrownBy(() -> PersonalText.reveal(event.details().description()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void personalTextNeedsAKeyAndOtherEventsDoNot() {
        assertThatThrownBy(() -> codec.encode(recorded("x"), null)).hasRootCauseInstanceOf(IllegalStateException.class);
        var deleted = new AccountDeleted(key.user(), NOW);
        assertThat(codec.decode("AccountDeleted", 1, codec.encode(deleted, null), null))
                .isEqualTo(deleted);
    }

    @Test
    void plansKeepTheirOrderAndMonth() {
        var planned = new MonthPlanned(
                key.user(), YearMonth.of(2026, 11), Map.of("rent", List.of(Money.cents(1), Money.cents(200))), NOW);
        var json = codec.encode(planned, null);
        assertThat(text(json)).contains("\"month\":\"2026-11\"", "\"planned\":{\"rent\":[0.01,2.00]}");
        assertThat(codec.decode("MonthPlanned", 1, json, null)).isEqualTo(planned);
    }

    @Test
    void onlyTheAppsOwnWordsStayInClear() {
        var used = used("ai_insights", "Letters from Anna", "android");
        var json = text(codec.encode(used, key));
        assertThat(json)
                .contains("\"feature\":\"ai_insights\"", "\"platform\":\"android\"", "\"screen\":\"enc:v1:")
                .doesNotContain("Anna");
        assertThat(decoded(json, key)).isEqualTo(used);
        assertThat(decoded(json, null)).isEqualTo(used("ai_insights", null, "android"));
        assertThat(text(codec.encode(used("AI_insights", "x", "x"), key))).contains("\"feature\":\"enc:v1:");
    }

    @Test
    void namesOfAPersonsOwnAreEncryptedAlikeInAllEvents() {
        var month = YearMonth.of(2026, 11);
        var plan = new MonthPlanned(key.user(), month, planned("rent", "child support anna"), NOW);
        var json = text(codec.encode(plan, key));
        assertThat(json).contains("{\"rent\":[0.01],\"enc:v1:").doesNotContain("anna");
        assertThat(codec.decode("MonthPlanned", 1, bytes(json), key)).isEqualTo(plan);

        var moved = new BudgetRebalanced(
                key.user(),
                month.atDay(24),
                "food",
                UUID.randomUUID(),
                List.of(new Transfer(
                        UUID.randomUUID(),
                        "child support anna",
                        new TreeMap<>(Map.of(month.atDay(25), Money.cents(1))))),
                Money.ZERO,
                NOW);
        var sealed = json.substring(json.indexOf("enc:v1:"), json.indexOf("\":[0.02]"));
        var movedJson = text(codec.encode(moved, key));
        assertThat(movedJson).contains("\"category\":\"food\"", "\"from\":\"" + sealed + "\"");
        assertThat(codec.decode("BudgetRebalanced", 1, bytes(movedJson), key)).isEqualTo(moved);
        assertThat(codec.decode("MonthPlanned", 1, bytes(json), null))
                .as("without the key")
                .isEqualTo(new MonthPlanned(key.user(), month, planned("rent", sealed), NOW));
        var stranger = new PersonalKey(UUID.randomUUID(), AesGcm.newKey());
        assertThat(text(codec.encode(
                        new MonthPlanned(stranger.user(), month, planned("rent", "child support anna"), NOW),
                        stranger)))
                .doesNotContain(sealed);
    }

    @Test
    void namesThatEarlierEventsHaveInClearAreStillRead() {
        var json = """
                {"user_id": "%s", "month": "2026-11", "planned": {"rent": [0.01], "child support anna": [0.02]},
                 "planned_at": "%s"}""".formatted(key.user(), NOW);
        var plan = new MonthPlanned(key.user(), YearMonth.of(2026, 11), planned("rent", "child support anna"), NOW);
        assertThat(codec.decode("MonthPlanned", 1, bytes(json), key)).isEqualTo(plan);
        assertThat(codec.decode("MonthPlanned", 1, bytes(json), key, name -> "veiled"))
                .isEqualTo(new MonthPlanned(key.user(), YearMonth.of(2026, 11), planned("rent", "veiled"), NOW));
    }

    @Test
    void whatEarlierEventsHaveInClearIsStillRead() {
        var json = """
                {"user_id": "%s", "feature": "export", "screen": "Letters from Anna", "action": null, "metadata": null,
                 "session_id": null, "platform": "android", "app_version": null, "used_at": "%s"}""".formatted(key.user(), NOW);
        assertThat(decoded(json, key)).isEqualTo(used("export", "Letters from Anna", "android"));
        assertThat(decoded(json, null)).isEqualTo(used(null, null, "android"));
    }

    @Test
    void aVeilHidesAllButTheAppsOwnWords() {
        var json = codec.encode(used("ai_insights", "Letters from Anna", "android"), key);
        assertThat(codec.decode("FeatureUsed", 1, json, key, text -> "veiled"))
                .isEqualTo(used("ai_insights", "veiled", "android"));
    }

    @Test
    void anUnknownEventIsRefused() {
        assertThatThrownBy(() -> codec.decode("Nothing", 1, new byte[0], null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.decode("AccountDeleted", 2, new byte[0], null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.decode("AccountDeleted", 1, "{".getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, List<Money>> planned(String one, String other) {
        var planned = new LinkedHashMap<String, List<Money>>();
        planned.put(one, List.of(Money.cents(1)));
        planned.put(other, List.of(Money.cents(2)));
        return planned;
    }

    private MitaEvent decoded(String json, @Nullable PersonalKey withKey) {
        return codec.decode("FeatureUsed", 1, bytes(json), withKey);
    }

    /** Of texts, null for those that are erased. */
    private FeatureUsed used(@Nullable String feature, @Nullable String screen, String platform) {
        return new FeatureUsed(
                key.user(),
                new PersonalText(feature),
                new PersonalText(screen),
                null,
                null,
                null,
                new PersonalText(platform),
                null,
                NOW);
    }

    private TransactionRecorded recorded(String text) {
        var details = new TransactionDetails(
                Money.of("12.50"),
                Category.FOOD,
                NOW,
                LocalDate.of(2026, 11, 24),
                "USD",
                new PersonalText(text),
                new PersonalText(text),
                null,
                null,
                List.of(new PersonalText(text)),
                false,
                null,
                null,
                null);
        return new TransactionRecorded(key.user(), UUID.randomUUID(), details, NOW);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
