package app.mita.command.budget;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.registered;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.budget.WeightsAdapted;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import app.mita.domain.budget.BudgetWeights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdaptWeightsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void counts_sixty_local_days_of_all_their_months() {
        // 60 days to 24 November begin on 26 September; food on the day before it would tip the scales.
        given(
                        spent("2026-09-25", Category.FOOD, "9000"),
                        spent("2026-09-26", Category.UTILITIES, "10"),
                        spent("2026-10-15", Category.UTILITIES, "10"),
                        spent("2026-11-24", Category.UTILITIES, "10"))
                .when(new AdaptWeights(USER, NOW))
                .events(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(WeightsAdapted.class, adapted -> {
                            assertThat(adapted.before()).isEqualTo(BudgetWeights.DEFAULT);
                            assertThat(adapted.after().get("utilities")).isEqualByComparingTo("0.15");
                            assertThat(adapted.after().get("food")).isLessThan(new BigDecimal("0.3"));
                            assertThat(adapted.adaptedAt()).isEqualTo(NOW);
                        }));
    }

    @Test
    void goes_on_from_the_weights_of_the_last_time() {
        var before = BudgetWeights.adapted(BudgetWeights.DEFAULT, Map.of("utilities", Money.of("1")))
                .orElseThrow();
        given(
                        spent("2026-11-24", Category.UTILITIES, "10"),
                        new WeightsAdapted(USER, UUID.randomUUID(), BudgetWeights.DEFAULT, before, NOW))
                .when(new AdaptWeights(USER, NOW))
                .events(events -> assertThat(((WeightsAdapted) events.getFirst()).before())
                        .isEqualTo(before));
    }

    @Test
    void nothing_happens_without_spending_or_against_the_users_will() {
        given().when(new AdaptWeights(USER, NOW)).expect().result(new AdaptWeights.Outcome.NothingSpent());
        given(
                        spent("2026-11-24", Category.UTILITIES, "10"),
                        new AutomationChanged(USER, new Automation(false, true, true, BigDecimal.ONE), NOW))
                .when(new AdaptWeights(USER, NOW))
                .expect()
                .result(new AdaptWeights.Outcome.SwitchedOff());
        given(
                        spent("2026-11-24", Category.FOOD, "30"),
                        spent("2026-11-24", Category.GAS, "15"),
                        spent("2026-11-24", Category.UTILITIES, "10"),
                        spent("2026-11-24", Category.ENTERTAINMENT, "10"),
                        spent("2026-11-24", Category.RENT, "15"))
                .when(new AdaptWeights(USER, NOW))
                .expect()
                .result(new AdaptWeights.Outcome.FitsAlready());
    }

    @Test
    void is_for_accounts_that_exist() {
        DeciderFixture.of(new AdaptWeights.Rule())
                .when(new AdaptWeights(USER, NOW))
                .refused(ErrorCode.TOKEN_INVALID);
        given(deleted()).when(new AdaptWeights(USER, NOW)).refused(ErrorCode.TOKEN_INVALID);
    }

    private static DeciderFixture<AdaptWeights, AdaptWeights.Outcome> given(MitaEvent... events) {
        return DeciderFixture.of(new AdaptWeights.Rule())
                .given(Stream.concat(Stream.of(registered("UTC")), List.of(events).stream())
                        .toArray(MitaEvent[]::new))
                .at(NOW);
    }

    private static MitaEvent spent(String on, Category category, String amount) {
        var day = LocalDate.parse(on);
        var details = new TransactionDetails(
                Money.of(amount),
                category,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day,
                "USD",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
        return new TransactionRecorded(USER, UUID.randomUUID(), details, NOW);
    }
}
