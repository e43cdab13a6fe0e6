package app.mita.command.profile;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.Role;
import app.mita.api.identity.UserRegistered;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.FactKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions know of a user: the facts of the account's boundary. A user's stream here stays short for ever.
 *
 * @param deleted   the account was closed; it never exists again, and nothing of it is remembered here
 * @param details   the profile with onboarding's income, region and zone in it; null until registered
 * @param answers   null before onboarding
 * @param plan      null before onboarding
 * @param createdAt null until registered
 */
public record Account(
        boolean deleted,
        @Nullable ProfileDetails details,
        Role role,
        boolean premium,
        @Nullable OnboardingAnswers answers,
        @Nullable BudgetPlan plan,
        @Nullable Instant createdAt) {

    public static final FactKind<Account> FACT = new FactKind<>(
            "account", new Account(false, null, Role.BASIC_USER, false, null, null, null), Account::evolve);

    public static Fact<Account> of(UUID user) {
        return FACT.at(EventTag.account(user));
    }

    /** Registered and not deleted. */
    public boolean exists() {
        return details != null && !deleted;
    }

    /** @throws Refused TOKEN_INVALID unless the account exists: whoever calls for it holds a token for nobody */
    public Account required() {
        if (!exists()) {
            throw new Refused(ErrorCode.TOKEN_INVALID, "This account does not exist any more.");
        }
        return this;
    }

    /** Only of an account that is or was registered. */
    public ProfileDetails profile() {
        return Objects.requireNonNull(details, "not registered");
    }

    /** Every day and month of the user is local to it. */
    public ZoneId zone() {
        return ZoneId.of(profile().timezone());
    }

    public boolean onboarded() {
        return plan != null;
    }

    private Account evolve(MitaEvent event) {
        return switch (event) {
            case UserRegistered registered ->
                new Account(deleted, registered.profile(), role, premium, answers, plan, registered.registeredAt());
            case ProfileChanged changed ->
                new Account(deleted, changed.profile(), role, premium, answers, plan, createdAt);
            case OnboardingCompleted done ->
                new Account(deleted, withAnswers(done), role, premium, done.answers(), done.plan(), createdAt);
            case AccessGranted granted ->
                new Account(deleted, details, granted.role(), granted.premium(), answers, plan, createdAt);
            case AccountDeleted _ -> new Account(true, null, Role.BASIC_USER, false, null, null, createdAt);
            default -> this;
        };
    }

    private ProfileDetails withAnswers(OnboardingCompleted done) {
        var before = profile();
        var region = done.answers().region() == null
                ? before.region()
                : done.answers().region();
        return new ProfileDetails(
                before.email(),
                before.name(),
                before.country(),
                before.state(),
                before.zipCode(),
                before.phone(),
                region,
                done.timezone(),
                before.annualIncome(),
                done.answers().totalIncome(),
                before.savingsGoal(),
                before.budgetMethod(),
                before.currency(),
                before.notificationsEnabled(),
                before.darkModeEnabled(),
                before.emailVerified());
    }
}
