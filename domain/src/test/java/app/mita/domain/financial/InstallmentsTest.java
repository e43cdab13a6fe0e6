package app.mita.domain.financial;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallmentsTest {

    @ParameterizedTest
    @CsvSource({
        // price, months, income, fixed, saved, living, payment, available, affordable
        "600, 12, 6000, 1700, 400, 42, 50.00, 3858.00, true",
        "100, 3, 6000, 1700, 400, 42, 33.34, 3858.00, true",
        "3858, 1, 6000, 1700, 400, 42, 3858.00, 3858.00, true",
        "3858.01, 1, 6000, 1700, 400, 42, 3858.01, 3858.00, false",
        "1, 60, 0, 0, 0, 0, 0.02, 0.00, false",
        "600, 12, 2000, 1700, 400, 0, 50.00, -100.00, false"
    })
    void fit_into_what_a_month_leaves(
            String price,
            int months,
            String income,
            String fixed,
            String saved,
            String living,
            String payment,
            String available,
            boolean affordable) {
        var outcome = Installments.of(
                Money.of(price), months, Money.of(income), Money.of(fixed), Money.of(saved), Money.of(living));
        assertThat(outcome).isEqualTo(new Installments(Money.of(payment), Money.of(available)));
        assertThat(outcome.affordable()).isEqualTo(affordable);
    }
}
