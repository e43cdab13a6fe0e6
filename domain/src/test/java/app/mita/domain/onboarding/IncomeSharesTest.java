package app.mita.domain.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IncomeSharesTest {

    /** The original's recorded answer for 6,000 a month. */
    @Test
    void six_thousand_a_month_are_divided_as_recorded() {
        var shares = IncomeShares.of(Money.of("6000"), null);
        assertThat(shares.tier()).isEqualTo(IncomeTier.MIDDLE);
        assertThat(shares.needs()).isEqualByComparingTo("69.58");
        assertThat(shares.wants()).isEqualByComparingTo("17.89");
        assertThat(shares.savings()).isEqualByComparingTo("12.52");
        assertThat(shares.investments()).isEqualByComparingTo("0");
        assertThat(shares.share("housing")).isEqualByComparingTo("0.2982");
        assertThat(shares.share("savings")).isEqualByComparingTo("0.1252");
        assertThat(shares.shares())
                .containsOnlyKeys(
                        "housing",
                        "food",
                        "transport",
                        "utilities",
                        "healthcare",
                        "savings",
                        "entertainment",
                        "miscellaneous");
    }

    @Property
    void every_income_is_divided_whole(@ForAll @LongRange(min = 0, max = 10_000_000_00L) long cents) {
        for (var region : List.of("US", "US-CA", "US-NY", "GB", "nowhere")) {
            var shares = IncomeShares.of(Money.cents(cents), region);
            var whole = shares.needs().add(shares.wants()).add(shares.savings()).add(shares.investments());
            assertThat(whole).isBetween(new BigDecimal("99.98"), new BigDecimal("100.02"));
            assertThat(shares.shares().values()).allMatch(share -> share.signum() > 0);
        }
    }

    @Test
    void who_earns_more_within_a_tier_saves_a_greater_share() {
        var lower = IncomeShares.of(Money.of("5000"), "US");
        var higher = IncomeShares.of(Money.of("7000"), "US");
        assertThat(lower.tier()).isEqualTo(higher.tier());
        assertThat(lower.savings()).isLessThan(higher.savings());
    }
}
