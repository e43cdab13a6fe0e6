package app.mita.command.identity;

import app.mita.command.identity.password.GoodPassword;
import app.mita.command.profile.EmailShape;
import app.mita.command.profile.NameShape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/auth/register.
 *
 * @param country  two letters; US when absent
 * @param timezone an IANA name; UTC when absent or unknown
 */
record RegistrationBody(
        @NotNull @EmailShape String email,
        @NotNull @GoodPassword String password,
        @Pattern(regexp = "\\s*[A-Za-z]{2}\\s*") @Nullable String country,
        @NameShape @Nullable String name,
        @Size(max = 50) @Nullable String state,
        @Size(max = 20) @Nullable String zipCode,
        @Size(max = 30) @Nullable String phone,

        @DecimalMin("0") @DecimalMax("99999999") @Digits(integer = 100, fraction = 2) @Nullable
        BigDecimal annualIncome,

        @Size(max = 64) @Nullable String timezone) {

    /** Never the password. */
    @Override
    public String toString() {
        return "registration";
    }
}
