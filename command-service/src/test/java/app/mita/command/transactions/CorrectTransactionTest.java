package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.onboarded;
import static app.mita.command.onboarding.SomeUser.registered;
import static app.mita.command.transactions.SomeSpending.ID;
import static app.mita.command.transactions.SomeSpending.NOW;
import static app.mita.command.transactions.SomeSpending.UTC;
import static app.mita.command.transactions.SomeSpending.recorded;
import static app.mita.command.transactions.SomeSpending.withWords;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionView;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import app.mita.command.onboarding.SomeUser;
import app.mita.domain.time.WrittenTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectTransactionTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final TransactionDetails BEFORE =
            withWords("2026-11-24T10:00").details(UTC, NOW);

    @Test
    void changes_what_is_given_and_keeps_the_rest() {
        fixture()
                .when(correct(changes(Money.of("100"), Category.DINING, null, null, null)))
                .events(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(TransactionCorrected.class, event -> {
                            assertThat(event.before()).isEqualTo(BEFORE);
                            assertThat(event.after().amount()).isEqualTo(Money.of("100"));
                            assertThat(event.after().category()).isEqualTo(Category.DINING);
                            assertThat(event.after().description()).isEqualTo(BEFORE.description());
                            assertThat(event.after().tags()).isEqualTo(BEFORE.tags());
                            assertThat(event.after().day()).isEqualTo(BEFORE.day());
                            assertThat(event.recordedAt()).isEqualTo(NOW);
                            assertThat(event.correctedAt()).isEqualTo(LATER);
                        }))
                .resultSatisfies(view -> {
                    assertThat(view.createdAt()).isEqualTo(NOW);
                    assertThat(view.updatedAt()).isEqualTo(LATER);
                });
    }

    @Test
    void empties_what_is_given_empty() {
        fixture()
                .when(correct(changes(null, null, null, Optional.empty(), Optional.empty())))
                .resultSatisfies(view -> {
                    assertThat(view.description()).isNull();
                    assertThat(view.tags()).isNull();
                    assertThat(view.merchant()).isEqualTo("Corner Shop");
                });
    }

    @Test
    void moves_to_another_day_of_a_month_that_has_no_plan_yet_and_plans_it() {
        var december = Instant.parse("2026-12-02T00:00:00Z");
        DeciderFixture.of(new CorrectTransaction.Rule())
                .given(
                        registered("UTC"),
                        onboarded("UTC"),
                        SomeUser.planned(YearMonth.of(2026, 11), NOW),
                        recorded(ID, BEFORE))
                .at(december)
                .when(correct(changes(null, null, "2026-12-01T10:00", null, null)))
                .events(events -> {
                    assertThat(events).hasSize(3);
                    assertThat(events.getFirst()).isEqualTo(SomeUser.planned(YearMonth.of(2026, 12), december));
                    var moved = (TransactionCorrected) events.get(1);
                    assertThat(events.getLast()).as("food is not in the plan").isInstanceOf(BudgetRebalanced.class);
                    assertThat(moved.after().day()).isEqualTo(LocalDate.of(2026, 12, 1));
                    assertThat(moved.before().day()).isEqualTo(LocalDate.of(2026, 11, 24));
                });
    }

    @Test
    void takes_from_later_days_when_it_overspends_its_own() {
        planned()
                .when(correct(changes(Money.of("50"), Category.GROCERIES, null, null, null)))
                .events(events -> {
                    assertThat(events).hasSize(2);
                    assertThat(events.getLast()).isInstanceOfSatisfying(BudgetRebalanced.class, moved -> {
                        assertThat(moved.day()).isEqualTo(BEFORE.day());
                        assertThat(moved.category()).isEqualTo("groceries");
                        assertThat(moved.transaction()).isEqualTo(ID);
                        assertThat(moved.covered()).isEqualTo(Money.of("35.15"));
                        assertThat(moved.uncovered()).isEqualTo(Money.ZERO);
                        assertThat(moved.rebalancedAt()).isEqualTo(LATER);
                    });
                });
    }

    @Test
    void takes_nothing_when_it_fits_or_only_words_change() {
        planned()
                .when(correct(changes(Money.of("14.85"), Category.GROCERIES, null, null, null)))
                .events(events -> assertThat(events).singleElement().isInstanceOf(TransactionCorrected.class));
        planned()
                .when(correct(changes(Money.of("42"), null, "2026-11-24T11:00", Optional.of("dinner"), null)))
                .events(events -> assertThat(events)
                        .as("still overspent, but by no fault of this correction")
                        .singleElement()
                        .isInstanceOf(TransactionCorrected.class));
    }

    @Test
    void takes_nothing_against_its_users_will() {
        var unwanted = new Automation(true, false, true, BigDecimal.ONE);
        DeciderFixture.of(new CorrectTransaction.Rule())
                .given(
                        registered("UTC"),
                        onboarded("UTC"),
                        SomeUser.planned(YearMonth.of(2026, 11), NOW),
                        recorded(ID, BEFORE),
                        new AutomationChanged(USER, unwanted, NOW))
                .at(LATER)
                .when(correct(changes(Money.of("500"), null, null, null, null)))
                .events(events -> assertThat(events).hasSize(1));
    }

    private static DeciderFixture<CorrectTransaction, TransactionView> planned() {
        return DeciderFixture.of(new CorrectTransaction.Rule())
                .given(
                        registered("UTC"),
                        onboarded("UTC"),
                        SomeUser.planned(YearMonth.of(2026, 11), NOW),
                        recorded(ID, BEFORE))
                .at(LATER);
    }

    @Test
    void what_is_the_same_already_changes_nothing() {
        fixture()
                .when(correct(
                        changes(Money.of("42"), Category.FOOD, "2026-11-24T10:00:00Z", Optional.of("lunch"), null)))
                .expect()
                .resultSatisfies(view -> assertThat(view.updatedAt()).isEqualTo(NOW));
    }

    @Test
    void is_for_times_near_enough() {
        fixture()
                .when(correct(changes(null, null, "2026-11-26T10:00", null, null)))
                .refused(ErrorCode.INVALID_DATE);
    }

    @Test
    void is_for_transactions_that_are_there() {
        DeciderFixture.of(new CorrectTransaction.Rule())
                .given(registered("UTC"))
                .when(correct(changes(Money.of("5"), null, null, null, null)))
                .refused(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND);
                    assertThat(refused.details()).containsEntry("transaction_id", ID.toString());
                });
        DeciderFixture.of(new CorrectTransaction.Rule())
                .given(registered("UTC"), recorded(ID, BEFORE), new TransactionDeleted(USER, ID, BEFORE, NOW))
                .when(correct(changes(Money.of("5"), null, null, null, null)))
                .refused(ErrorCode.NOT_FOUND);
    }

    @Test
    void is_for_accounts_that_exist() {
        DeciderFixture.of(new CorrectTransaction.Rule())
                .given(registered("UTC"), recorded(ID, BEFORE), deleted())
                .when(correct(changes(Money.of("5"), null, null, null, null)))
                .refused(ErrorCode.TOKEN_INVALID);
    }

    private static DeciderFixture<CorrectTransaction, TransactionView> fixture() {
        return DeciderFixture.of(new CorrectTransaction.Rule())
                .given(registered("UTC"), recorded(ID, BEFORE))
                .at(LATER);
    }

    private static CorrectTransaction correct(Correction correction) {
        return new CorrectTransaction(USER, ID, correction);
    }

    private static Correction changes(
            @Nullable Money amount,
            @Nullable Category category,
            @Nullable String spentAt,
            @Nullable Optional<String> description,
            @Nullable Optional<List<String>> tags) {
        return new Correction(
                amount,
                category,
                spentAt == null ? null : WrittenTime.parse(spentAt),
                description,
                null,
                null,
                null,
                tags,
                null);
    }
}
