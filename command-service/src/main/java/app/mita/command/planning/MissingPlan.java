package app.mita.command.planning;

import app.mita.api.planning.MonthPlanned;
import app.mita.command.profile.Account;
import app.mita.domain.planning.MonthPlanner;
import app.mita.domain.time.UserTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The plan that a month still has to get. Whoever decides on a month's fact appends it together with what they decide,
 * so that a month is planned exactly once (domain.md, "The month's calendar").
 */
public final class MissingPlan {

    private MissingPlan() {}

    /** Empty before onboarding, for a month that is over, and for one that has its plan. */
    public static Optional<MonthPlanned> of(UUID user, Account account, Month month, Instant now) {
        var answers = account.answers();
        var plan = account.plan();
        var current = UserTime.monthOf(now, account.zone());
        if (answers == null
                || plan == null
                || month.isPlanned()
                || month.month().isBefore(current)) {
            return Optional.empty();
        }
        return Optional.of(new MonthPlanned(user, month.month(), MonthPlanner.plan(answers, plan, month.month()), now));
    }
}
