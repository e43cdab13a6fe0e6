package app.mita.command.profile;

import app.mita.api.money.Money;
import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Body of PATCH /api/users/me; what is absent or null stays. Amounts are rounded to the cent.
 *
 * @param timezone an IANA name; an unknown one is UTC
 * @param name     blank to have none
 * @param region   blank to have none
 */
record ProfilePatch(
        @EmailShape @Nullable String email,
        @Pattern(regexp = "\\s*[A-Za-z]{2}\\s*") @Nullable String country,
        @Size(max = 64) @Nullable String timezone,
        @NameShape @Nullable String name,

        @DecimalMin("0") @DecimalMax(NamedAmounts.MOST) @Digits(integer = 100, fraction = 20) @Nullable
        BigDecimal income,

        @DecimalMin("0") @DecimalMax(NamedAmounts.MOST) @Digits(integer = 100, fraction = 20) @Nullable
        BigDecimal savingsGoal,

        @Size(min = 1, max = 100) @Nullable String budgetMethod,
        @Pattern(regexp = "\\s*[A-Za-z]{3}\\s*") @Nullable String currency,
        @Size(max = 100) @Nullable String region,
        @Nullable Boolean notificationsEnabled,
        @Nullable Boolean darkModeEnabled) {

    ProfileChanges changes() {
        return new ProfileChanges(
                email == null ? null : EmailAddress.of(email),
                null,
                upper(country),
                timezone == null ? null : TimeZones.knownOrUtc(timezone),
                name == null ? null : PersonName.titleCase(name) instanceof String titled ? titled : "",
                income == null ? null : Money.of(income),
                savingsGoal == null ? null : Money.of(savingsGoal),
                budgetMethod,
                upper(currency),
                region == null ? null : region.strip(),
                notificationsEnabled,
                darkModeEnabled);
    }

    private static @Nullable String upper(@Nullable String code) {
        return code == null ? null : code.strip().toUpperCase(Locale.ROOT);
    }
}
