package app.mita.command.onboarding;

import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.planning.MonthPlanned;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import app.mita.domain.onboarding.BudgetFromAnswers;
import app.mita.domain.planning.MonthPlanner;
import app.mita.domain.time.UserTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a budget of a user's answers and lays the current month out by it; once.
 *
 * @param zone null to keep the one of the profile
 */
record CompleteOnboarding(
        UUID user, OnboardingAnswers answers, @Nullable ZoneId zone) implements Command<CompleteOnboarding.Outcome> {

    /** What came of it. */
    sealed interface Outcome {

        /** @param calendarDays of the month that was planned */
        record Completed(BudgetPlan plan, int calendarDays) implements Outcome {}

        /** Nothing changed. */
        record AlreadyOnboarded() implements Outcome {}
    }

    @Component
    static final class Rule implements Decider<CompleteOnboarding, Outcome> {

        @Override
        public Class<CompleteOnboarding> command() {
            return CompleteOnboarding.class;
        }

        /** Only the account: before onboarding no month has a plan. */
        @Override
        public List<Fact<?>> facts(CompleteOnboarding command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Outcome> decide(CompleteOnboarding command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            if (account.onboarded()) {
                return Decision.none(new Outcome.AlreadyOnboarded());
            }
            var zone = command.zone() == null ? account.zone() : command.zone();
            var plan = BudgetFromAnswers.plan(command.answers());
            var month = UserTime.monthOf(now, zone);
            return Decision.of(
                    new Outcome.Completed(plan, month.lengthOfMonth()),
                    new OnboardingCompleted(command.user(), command.answers(), plan, zone.getId(), now),
                    new MonthPlanned(command.user(), month, MonthPlanner.plan(command.answers(), plan, month), now));
        }
    }
}
