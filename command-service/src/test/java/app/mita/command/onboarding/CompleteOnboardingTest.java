package app.mita.command.onboarding;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.answers;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.onboarded;
import static app.mita.command.onboarding.SomeUser.planned;
import static app.mita.command.onboarding.SomeUser.registered;

import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import app.mita.command.onboarding.CompleteOnboarding.Outcome;
import app.mita.domain.onboarding.BudgetFromAnswers;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompleteOnboardingTest {

    private static final Instant NEW_YEAR_IN_AUCKLAND = Instant.parse("2026-12-31T11:00:00Z");

    @Test
    void makes_the_budget_and_plans_the_current_month_of_the_users_own_zone() {
        var plan = BudgetFromAnswers.plan(answers());
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .given(registered("UTC"))
                .at(NEW_YEAR_IN_AUCKLAND)
                .when(complete(answers(), ZoneId.of("Pacific/Auckland")))
                .expect(
                        new OnboardingCompleted(USER, answers(), plan, "Pacific/Auckland", NEW_YEAR_IN_AUCKLAND),
                        planned(YearMonth.of(2027, 1), NEW_YEAR_IN_AUCKLAND))
                .result(new Outcome.Completed(plan, 31));
    }

    @Test
    void keeps_the_zone_of_the_profile_when_it_is_told_none() {
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .given(registered("America/New_York"))
                .at(NEW_YEAR_IN_AUCKLAND)
                .when(complete(answers(), null))
                .expect(
                        new OnboardingCompleted(
                                USER,
                                answers(),
                                BudgetFromAnswers.plan(answers()),
                                "America/New_York",
                                NEW_YEAR_IN_AUCKLAND),
                        planned(YearMonth.of(2026, 12), NEW_YEAR_IN_AUCKLAND));
    }

    @Test
    void happens_once() {
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .given(registered("UTC"), onboarded("UTC"))
                .when(complete(answers(), ZoneId.of("Asia/Tokyo")))
                .expect()
                .result(new Outcome.AlreadyOnboarded());
    }

    @Test
    void keeps_nothing_when_the_income_does_not_pay_for_the_fixed_expenses() {
        var broke = new OnboardingAnswers(
                Money.of("1000"), Money.ZERO, Map.of("rent", Money.of("1500")), Map.of(), Money.ZERO, null, null, null);
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .given(registered("UTC"))
                .when(complete(broke, null))
                .refused(ErrorCode.BUDGET_GENERATION_FAILED);
    }

    @Test
    void is_for_accounts_that_exist() {
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .when(complete(answers(), null))
                .refused(ErrorCode.TOKEN_INVALID);
        DeciderFixture.of(new CompleteOnboarding.Rule())
                .given(registered("UTC"), deleted())
                .when(complete(answers(), null))
                .refused(ErrorCode.TOKEN_INVALID);
    }

    private static CompleteOnboarding complete(OnboardingAnswers answers, @Nullable ZoneId zone) {
        return new CompleteOnboarding(USER, answers, zone);
    }
}
