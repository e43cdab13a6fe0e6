package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.onboarded;
import static app.mita.command.onboarding.SomeUser.planned;
import static app.mita.command.onboarding.SomeUser.registered;
import static app.mita.command.transactions.SomeSpending.ID;
import static app.mita.command.transactions.SomeSpending.NOW;
import static app.mita.command.transactions.SomeSpending.details;
import static app.mita.command.transactions.SomeSpending.of;
import static app.mita.command.transactions.SomeSpending.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import app.mita.command.transactions.RecordTransaction.Recorded;
import app.mita.command.transactions.TransactionId.Source;
import app.mita.domain.time.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTransactionTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final UUID OTHER = UUID.fromString("0190f6e2-0000-7000-8000-0000000000f2");

    @Test
    void counts_on_the_users_own_day() {
        fixture("America/Los_Angeles")
                .when(record(of("42", Category.FOOD, "2026-11-01T07:30:00Z")))
                .events(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(TransactionRecorded.class, event -> {
                            assertThat(event.details().day()).isEqualTo(LocalDate.of(2026, 11, 1));
                            assertThat(event.details().spentAt()).isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
                            assertThat(event.recordedAt()).isEqualTo(NOW);
                        }));
        fixture("America/Los_Angeles")
                .when(record(of("42", Category.FOOD, "2026-11-01T06:30:00Z")))
                .events(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                TransactionRecorded.class,
                                event -> assertThat(event.details().day()).isEqualTo(LocalDate.of(2026, 10, 31))));
    }

    @Test
    void a_time_without_an_offset_is_local() {
        fixture("Asia/Kolkata")
                .when(record(of("1", Category.FOOD, "2026-11-24T00:10:00")))
                .events(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(TransactionRecorded.class, event -> {
                            assertThat(event.details().day()).isEqualTo(LocalDate.of(2026, 11, 24));
                            assertThat(event.details().spentAt()).isEqualTo(Instant.parse("2026-11-23T18:40:00Z"));
                        }));
    }

    @Test
    void without_a_plan_nothing_remains_and_nobody_can_give() {
        fixture("UTC")
                .when(record(of("12.5", Category.FOOD, "2026-11-24T10:00")))
                .resultSatisfies(told -> {
                    assertThat(told.impact())
                            .isEqualTo(new BalanceImpact(
                                    Category.FOOD, Money.of("12.50"), null, false, true, Money.ZERO, false));
                    assertThat(told.transaction().id()).isEqualTo(ID);
                    assertThat(told.transaction().userId()).isEqualTo(USER);
                    assertThat(told.transaction().createdAt()).isEqualTo(NOW);
                    assertThat(told.transaction().updatedAt()).isEqualTo(NOW);
                    assertThat(told.transaction().deletedAt()).isNull();
                });
    }

    @Test
    void tells_what_remains_of_the_days_plan() {
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(
                        registered("UTC"),
                        onboarded("UTC"),
                        planned(NOVEMBER, NOW),
                        recorded(OTHER, details("0.85", Category.GROCERIES, "2026-11-24T08:00")))
                .at(NOW)
                .when(record(of("10", Category.GROCERIES, "2026-11-24T10:00")))
                .resultSatisfies(told -> {
                    assertThat(told.impact().remainingBudget()).isEqualTo(Money.of("4.00"));
                    assertThat(told.impact().budgetExceeded()).isFalse();
                });
    }

    @Test
    void tells_that_the_days_plan_is_exceeded_when_later_days_cannot_give_enough() {
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(NOVEMBER, NOW))
                .at(NOW)
                .when(record(of("300", Category.GROCERIES, "2026-11-24T10:00")))
                .resultSatisfies(told -> {
                    assertThat(told.impact().remainingBudget()).isEqualTo(Money.of("-69.40"));
                    assertThat(told.impact().budgetExceeded()).isTrue();
                    assertThat(told.impact().rebalanced()).isTrue();
                    assertThat(told.impact().rebalanceCovered()).isEqualTo(Money.of("215.75"));
                    assertThat(told.impact().rebalanceFullyCovered()).isFalse();
                });
    }

    @Test
    void what_was_corrected_away_or_deleted_is_in_no_sum() {
        var first = details("5", Category.GROCERIES, "2026-11-24T08:00");
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(
                        registered("UTC"),
                        onboarded("UTC"),
                        planned(NOVEMBER, NOW),
                        recorded(OTHER, first),
                        new TransactionCorrected(
                                USER, OTHER, first, details("7", Category.GROCERIES, "2026-10-24T08:00"), NOW, NOW),
                        recorded(UUID.randomUUID(), first),
                        new TransactionDeleted(USER, OTHER, first, NOW))
                .at(NOW)
                .when(record(of("14.85", Category.GROCERIES, "2026-11-24T10:00")))
                .resultSatisfies(
                        told -> assertThat(told.impact().remainingBudget()).isEqualTo(Money.of("0.00")));
    }

    @Test
    void the_first_spending_of_a_new_month_plans_it() {
        var december = Instant.parse("2026-12-01T09:00:00Z");
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(NOVEMBER, NOW))
                .at(december)
                .when(record(of("3", Category.FOOD, "2026-12-01T08:00")))
                .events(events -> {
                    assertThat(events.getFirst()).isEqualTo(planned(YearMonth.of(2026, 12), december));
                    assertThat(events.get(1)).isInstanceOf(TransactionRecorded.class);
                    assertThat(events.getLast()).as("food is not in the plan").isInstanceOf(BudgetRebalanced.class);
                    assertThat(events).hasSize(3);
                });
    }

    @Test
    void a_month_that_is_over_is_planned_no_more() {
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(NOVEMBER, NOW))
                .at(NOW)
                .when(record(of("3", Category.FOOD, "2026-10-31T08:00")))
                .events(events -> assertThat(events).noneMatch(MonthPlanned.class::isInstance));
    }

    @Test
    void the_same_again_is_told_again_and_recorded_once() {
        var details = details("42", Category.FOOD, "2026-11-24T10:00");
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details))
                .at(NOW.plusSeconds(3600))
                .when(record(of("42.00", Category.FOOD, "2026-11-24T10:00Z")))
                .expect()
                .resultSatisfies(told -> {
                    assertThat(told.transaction().createdAt()).isEqualTo(NOW);
                    assertThat(told.transaction().amount()).isEqualTo(Money.of("42"));
                });
    }

    @Test
    void a_repetition_is_told_what_its_first_did() {
        var details = details("300", Category.GROCERIES, "2026-11-24T10:00");
        var command = record(of("300", Category.GROCERIES, "2026-11-24T10:00"));
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(NOVEMBER, NOW))
                .at(NOW)
                .when(command)
                .events(first -> DeciderFixture.of(new RecordTransaction.Rule())
                        .given(Stream.of(
                                        List.of(registered("UTC"), onboarded("UTC"), planned(NOVEMBER, NOW)),
                                        first,
                                        List.of(
                                                recorded(OTHER, details("7", Category.GROCERIES, "2026-11-24T11:00")),
                                                new TransactionDeleted(USER, ID, details, NOW)))
                                .flatMap(List::stream)
                                .toArray(MitaEvent[]::new))
                        .at(NOW.plusSeconds(3600))
                        .when(command)
                        .expect()
                        .resultSatisfies(told -> assertThat(told.impact())
                                .isEqualTo(new BalanceImpact(
                                        Category.GROCERIES,
                                        Money.of("300"),
                                        Money.of("-69.40"),
                                        true,
                                        true,
                                        Money.of("215.75"),
                                        false))));
    }

    @Test
    void a_repetition_without_a_time_may_come_a_month_later() {
        var command = new RecordTransaction(
                USER,
                new TransactionId(ID, Source.KEY),
                Spending.plain(
                        Money.of("42"), Category.FOOD, new WrittenTime.Unsaid(Instant.parse("2027-02-03T10:00:00Z"))));
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details("42", Category.FOOD, "2026-11-24T10:00")))
                .at(Instant.parse("2027-02-03T10:00:00Z"))
                .when(command)
                .expect()
                .resultSatisfies(told ->
                        assertThat(told.transaction().spentAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z")));
    }

    @Test
    void a_deleted_one_is_not_recorded_again() {
        var details = details("42", Category.FOOD, "2026-11-24T10:00");
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details), new TransactionDeleted(USER, ID, details, NOW))
                .at(NOW)
                .when(record(of("42", Category.FOOD, "2026-11-24T10:00")))
                .expect();
    }

    @Test
    void an_id_or_a_key_names_one_transaction_only() {
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details("42", Category.FOOD, "2026-11-24T10:00")))
                .at(NOW)
                .when(record(of("43", Category.FOOD, "2026-11-24T10:00")))
                .refused(ErrorCode.CONFLICT);
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details("42", Category.FOOD, "2026-11-24T10:00")))
                .at(NOW)
                .when(new RecordTransaction(
                        USER, new TransactionId(ID, Source.KEY), of("42", Category.FOOD, "2026-11-24T10:01")))
                .refused(ErrorCode.INVALID_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-25T12:00:01Z", "2019-11-24T11:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void a_time_too_far_off_is_refused(String spentAt) {
        fixture("UTC").when(record(of("1", Category.FOOD, spentAt))).refused(ErrorCode.INVALID_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T12:00:00Z", "2019-11-24T12:00:00Z"})
    void a_time_just_near_enough_is_taken(String spentAt) {
        fixture("UTC").when(record(of("1", Category.FOOD, spentAt))).events(events -> assertThat(events)
                .isNotEmpty());
    }

    @Test
    void is_for_accounts_that_exist() {
        DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered("UTC"), deleted())
                .at(NOW)
                .when(record(of("1", Category.FOOD, "2026-11-24T10:00")))
                .refused(ErrorCode.TOKEN_INVALID);
    }

    private static DeciderFixture<RecordTransaction, Recorded> fixture(String zone) {
        return DeciderFixture.of(new RecordTransaction.Rule())
                .given(registered(zone))
                .at(NOW);
    }

    private static RecordTransaction record(Spending spending) {
        return new RecordTransaction(USER, new TransactionId(ID, Source.CLIENT), spending);
    }
}
