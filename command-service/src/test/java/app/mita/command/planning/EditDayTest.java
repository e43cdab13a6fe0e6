package app.mita.command.planning;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.onboarded;
import static app.mita.command.onboarding.SomeUser.planned;
import static app.mita.command.onboarding.SomeUser.registered;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.calendar.DayView;
import app.mita.api.money.Money;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditDayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void sets_what_is_named_and_keeps_the_rest() {
        fixture()
                .when(edit(DAY, Map.of("groceries", Money.of("20"))))
                .expect(new DayPlanEdited(
                        USER, DAY, Map.of("groceries", Money.of("14.85")), Map.of("groceries", Money.of("20")), NOW))
                .resultSatisfies(view -> {
                    assertThat(view.plannedBudget().get("groceries").planned()).isEqualTo(Money.of("20"));
                    assertThat(view.plannedBudget()).containsKey("transport public");
                    assertThat(view.total())
                            .isEqualTo(Money.of("20")
                                    .plus(view.plannedBudget()
                                            .get("transport public")
                                            .planned()));
                    assertThat(view.limit()).isEqualTo(view.total());
                    assertThat(view.status()).isEqualTo("green");
                });
    }

    @Test
    void takes_in_a_category_that_the_plan_lacks() {
        fixture()
                .when(edit(DAY, Map.of("food", Money.of("25"))))
                .events(events -> assertThat(events).hasSize(1))
                .resultSatisfies(view ->
                        assertThat(view.plannedBudget().get("food").planned()).isEqualTo(Money.of("25")));
    }

    @Test
    void what_is_planned_already_changes_nothing() {
        fixture()
                .when(edit(DAY, Map.of("groceries", Money.of("14.85"), "food", Money.ZERO)))
                .expect()
                .resultSatisfies(view -> assertThat(view.plannedBudget()).doesNotContainKey("food"));
    }

    @Test
    void a_month_to_come_gets_its_plan_first() {
        var december = YearMonth.of(2026, 12);
        fixture()
                .when(edit(december.atDay(1), Map.of("groceries", Money.of("1"))))
                .events(events -> {
                    assertThat(events).hasSize(2);
                    assertThat(events.getFirst()).isEqualTo(planned(december, NOW));
                    assertThat(events.getLast()).isInstanceOf(DayPlanEdited.class);
                });
    }

    @Test
    void is_for_months_that_are_near_enough() {
        var groceries = Map.of("groceries", Money.of("1"));
        fixture().when(edit(LocalDate.of(2027, 11, 30), groceries)).events(events -> assertThat(events)
                .hasSize(2));
        fixture().when(edit(LocalDate.of(2027, 12, 1), groceries)).refused(ErrorCode.INVALID_DATE);
    }

    @Test
    void is_for_days_of_a_plan() {
        fixture()
                .when(edit(LocalDate.of(2026, 10, 31), Map.of("groceries", Money.of("1"))))
                .refused(ErrorCode.NOT_FOUND);
        DeciderFixture.of(new EditDay.Rule())
                .given(registered("UTC"))
                .when(edit(DAY, Map.of("groceries", Money.of("1"))))
                .refused(ErrorCode.NOT_FOUND);
    }

    @Test
    void is_for_categories_that_there_are() {
        fixture().when(edit(DAY, Map.of("moon travel", Money.of("1")))).refused(ErrorCode.INVALID_CATEGORY);
    }

    @Test
    void is_for_accounts_that_exist() {
        DeciderFixture.of(new EditDay.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(YearMonth.from(DAY), NOW), deleted())
                .when(edit(DAY, Map.of("groceries", Money.of("1"))))
                .refused(ErrorCode.TOKEN_INVALID);
    }

    private static DeciderFixture<EditDay, DayView> fixture() {
        return DeciderFixture.of(new EditDay.Rule())
                .given(registered("UTC"), onboarded("UTC"), planned(YearMonth.from(DAY), NOW))
                .at(NOW);
    }

    private static EditDay edit(LocalDate day, Map<String, Money> amounts) {
        return new EditDay(USER, day, amounts);
    }
}
