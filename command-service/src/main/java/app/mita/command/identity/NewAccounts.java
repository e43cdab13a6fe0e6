package app.mita.command.identity;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.profile.ProfileDetails;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.PersonName;
import app.mita.command.profile.TimeZones;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The profile that a new account begins with (core.md section 3). */
final class NewAccounts {

    static final String DEFAULT_COUNTRY = "US";
    private static final String BUDGET_METHOD = "50/30/20 Rule";
    private static final String CURRENCY = "USD";

    private NewAccounts() {}

    static ProfileDetails profile(RegistrationBody body) {
        return profile(
                EmailAddress.of(body.email()),
                false,
                PersonName.titleCase(body.name()),
                body.country() == null
                        ? DEFAULT_COUNTRY
                        : body.country().strip().toUpperCase(Locale.ROOT),
                body.state(),
                body.zipCode(),
                body.phone(),
                TimeZones.knownOrUtc(body.timezone()),
                body.annualIncome() == null ? Money.ZERO : Money.of(body.annualIncome()));
    }

    /** @param name as another issuer has it; kept only if it is one of ours to keep */
    static ProfileDetails vouchedFor(EmailAddress email, @Nullable String name) {
        var kept = name != null && PersonName.fits(name) ? PersonName.titleCase(name) : null;
        return profile(email, true, kept, DEFAULT_COUNTRY, null, null, null, TimeZones.UTC, Money.ZERO);
    }

    private static ProfileDetails profile(
            EmailAddress email,
            boolean verified,
            @Nullable String name,
            String country,
            @Nullable String state,
            @Nullable String zipCode,
            @Nullable String phone,
            String timezone,
            Money annualIncome) {
        return new ProfileDetails(
                new PersonalText(email.value()),
                PersonalText.ofNullable(name),
                country,
                PersonalText.ofNullable(state),
                PersonalText.ofNullable(zipCode),
                PersonalText.ofNullable(phone),
                null,
                timezone,
                annualIncome,
                Money.ZERO,
                Money.ZERO,
                new PersonalText(BUDGET_METHOD),
                CURRENCY,
                true,
                false,
                verified);
    }
}
