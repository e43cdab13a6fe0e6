package app.mita.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.transactions.BudgetUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStatusTest {

    private static final BudgetUse GREEN = new BudgetUse(Money.of("10"), Money.of("10"));
    private static final BudgetUse YELLOW = new BudgetUse(Money.of("10"), Money.of("12"));
    private static final BudgetUse RED = new BudgetUse(Money.ZERO, Money.of("2.01"));

    @Test
    void theWorstCategorySpeaksForTheDay() {
        assertThat(LiveStatus.of(List.of()).word()).isEqualTo("neutral");
        assertThat(LiveStatus.of(List.of(GREEN)).word()).isEqualTo("good");
        assertThat(LiveStatus.of(List.of(YELLOW, GREEN)).word()).isEqualTo("warning");
        assertThat(LiveStatus.of(List.of(GREEN, RED, YELLOW)).word()).isEqualTo("over");
    }
}
