package app.mita.command.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden table of new passwords (core.md section 3). */
class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Str0ng!passw0rd#2026, good
            Aa3bcdef,             good
            Ünïcode9x,            good
            Aa3 with spaces,      good
            Aa3aaabc,             good
            Aa3bcde,              flawed
            aa3bcdefg,            flawed
            AA3BCDEFG,            flawed
            Aabcdefgh,            flawed
            Xy7zzzz#,             flawed
            Xy12345678,           flawed
            Xabcde789,            flawed
            1Qwerty#p,            flawed
            xX-QWERTY-7,          flawed
            Password1,            flawed
            P@ssw0rd,             flawed
            """)
    void table(String password, String verdict) {
        assertThat(PasswordRules.flaw(password).isEmpty() ? "good" : "flawed").isEqualTo(verdict);
    }

    @Test
    void halfACharacterIsNoText() {
        assertThat(PasswordRules.flaw("Str0ng!\ud800passw0rd")).isPresent();
    }

    @Test
    void lengthIsBounded() {
        var long128 = "Aa3".concat("xyz-".repeat(40)).substring(0, 128);
        assertThat(PasswordRules.flaw(long128)).isEmpty();
        assertThat(PasswordRules.flaw(long128 + "x")).isPresent();
    }
}
