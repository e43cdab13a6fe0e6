package app.mita.projection.facts;

import static app.mita.projection.facts.Spent.DAY;
import static app.mita.projection.facts.Spent.USER;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.analytics.DailySpending;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactFoldTest {

    private final FactFold fold = new FactFold(List.of());

    @Test
    void spendingOfADayAddsUp() {
        fold.apply(new FactEvent(Spent.recorded(USER, "10.00", Category.FOOD, DAY), 1));
        fold.apply(new FactEvent(Spent.recorded(USER, "2.50", Category.FOOD, DAY), 2));
        fold.apply(new FactEvent(Spent.recorded(USER, "7.00", Category.GAS, DAY), 3));
        assertThat(fold.changes())
                .extracting(FactFold.Changed::fact)
                .containsExactly(fact(Category.FOOD, 2, "12.50", 2), fact(Category.GAS, 1, "7.00", 3));
        assertThat(fold.changes()).isEmpty();
    }

    @Test
    void aCorrectionMovesMoneyAndEndsWhatIsLeftWithNothing() {
        var first = Spent.recorded(USER, "10.00", Category.FOOD, DAY);
        fold.apply(new FactEvent(first, 1));
        fold.apply(new FactEvent(Spent.corrected(first, Spent.details("11.00", Category.GAS, DAY.minusDays(1))), 2));
        assertThat(fold.changes())
                .containsExactly(
                        new FactFold.Changed(new FactKey(USER, DAY, Category.FOOD), null, 2),
                        new FactFold.Changed(
                                new FactKey(USER, DAY.minusDays(1), Category.GAS),
                                new DailySpending(USER, DAY.minusDays(1), Category.GAS, 1, Money.of("11.00"), 2),
                                2));
    }

    @Test
    void aCorrectionOfTheAmountAloneChangesOneFact() {
        var first = Spent.recorded(USER, "10.00", Category.FOOD, DAY);
        fold.apply(new FactEvent(first, 1));
        fold.apply(new FactEvent(Spent.corrected(first, Spent.details("4.00", Category.FOOD, DAY)), 2));
        assertThat(fold.changes())
                .extracting(FactFold.Changed::fact)
                .containsExactly(fact(Category.FOOD, 1, "4.00", 2));
    }

    @Test
    void aDeletedAccountEndsAllItsFactsAndNobodyElses() {
        var stranger = java.util.UUID.randomUUID();
        fold.apply(new FactEvent(Spent.recorded(USER, "10.00", Category.FOOD, DAY), 1));
        fold.apply(new FactEvent(Spent.recorded(USER, "10.00", Category.FOOD, DAY.minusDays(9)), 2));
        fold.apply(new FactEvent(Spent.recorded(stranger, "10.00", Category.FOOD, DAY), 3));
        fold.changes();
        fold.apply(new FactEvent(Spent.accountDeleted(USER), 4));
        assertThat(fold.changes())
                .containsExactlyInAnyOrder(
                        new FactFold.Changed(new FactKey(USER, DAY, Category.FOOD), null, 4),
                        new FactFold.Changed(new FactKey(USER, DAY.minusDays(9), Category.FOOD), null, 4));
    }

    private static DailySpending fact(Category category, int count, String total, long position) {
        return new DailySpending(USER, DAY, category, count, Money.of(total), position);
    }
}
