package app.mita.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden tables of addresses, names and zones (core.md section 3). */
class ProfileRulesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ann@example.com,           ann@example.com
            ` Ann.Lee@Example.COM `,   ann.lee@example.com
            a+b_c%d@x-y.co.uk,         a+b_c%d@x-y.co.uk
            müller@exämple.de,         müller@exämple.de
            ann,
            ann@,
            @example.com,
            ann@localhost,
            ann@@example.com,
            a..b@example.com,
            .ann@example.com,
            ann@-x.com,
            ann@x..com,
            ann b@example.com,
            `ann@example.com, bob@example.com`,
            """)
    void addresses(String text, @Nullable String kept) {
        assertThat(EmailAddress.parse(text).map(EmailAddress::value).orElse(null))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ann,              Ann
            ` ANN marie `,    Ann Marie
            o'neill,          O'Neill
            jean-luc,         Jean-Luc
            dr. élodie,       Dr. Élodie
            ` `,
            """)
    void names(String text, @Nullable String kept) {
        assertThat(PersonName.fits(text)).isTrue();
        assertThat(PersonName.titleCase(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"x", "Ann3", "a<b>", "--", "Ann; drop"})
    void noNames(String text) {
        assertThat(PersonName.fits(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, America/New_York", "UTC, UTC", "Mars/Base, UTC", "+02:00, UTC", ", UTC"})
    void zones(@Nullable String name, String kept) {
        assertThat(TimeZones.knownOrUtc(name)).isEqualTo(kept);
    }
}
