package app.mita.command.profile;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.profile.ProfileDetails;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a profile to change, each null when it stays; already valid and in the spelling that is kept.
 *
 * @param name   empty to have none
 * @param region empty to have none
 */
public record ProfileChanges(
        @Nullable EmailAddress email,
        @Nullable Boolean emailVerified,
        @Nullable String country,
        @Nullable String timezone,
        @Nullable String name,
        @Nullable Money income,
        @Nullable Money savingsGoal,
        @Nullable String budgetMethod,
        @Nullable String currency,
        @Nullable String region,
        @Nullable Boolean notificationsEnabled,
        @Nullable Boolean darkModeEnabled) {

    /** Only the address, and whether its owner has proved to read mail there. */
    public static ProfileChanges ofEmail(EmailAddress email, boolean verified) {
        return new ProfileChanges(email, verified, null, null, null, null, null, null, null, null, null, null);
    }

    ProfileDetails applyTo(ProfileDetails before) {
        return new ProfileDetails(
                email == null ? before.email() : new PersonalText(email.value()),
                name == null ? before.name() : PersonalText.ofNullable(emptyAsNull(name)),
                requireNonNullElse(country, before.country()),
                before.state(),
                before.zipCode(),
                before.phone(),
                region == null ? before.region() : PersonalText.ofNullable(emptyAsNull(region)),
                requireNonNullElse(timezone, before.timezone()),
                before.annualIncome(),
                requireNonNullElse(income, before.income()),
                requireNonNullElse(savingsGoal, before.savingsGoal()),
                budgetMethod == null ? before.budgetMethod() : new PersonalText(budgetMethod),
                requireNonNullElse(currency, before.currency()),
                requireNonNullElse(notificationsEnabled, before.notificationsEnabled()),
                requireNonNullElse(darkModeEnabled, before.darkModeEnabled()),
                verifiedAfter(before));
    }

    /** A new address is unproved until someone has proved it. */
    private boolean verifiedAfter(ProfileDetails before) {
        if (emailVerified != null) {
            return emailVerified;
        }
        return before.emailVerified()
                && (email == null || email.value().equals(before.email().value()));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
