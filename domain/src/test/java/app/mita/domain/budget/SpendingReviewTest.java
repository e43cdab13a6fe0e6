package app.mita.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.budget.SpendingReview.Advice;
import app.mita.domain.budget.SpendingReview.Finding;
import app.mita.domain.transactions.BudgetUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingReviewTest {

    @ParameterizedTest
    @CsvSource({
        "food, 100, 125, ,",
        "food, 100, 125.01, REDUCE, 25.01",
        "food, 100, 50, ,",
        "food, 100, 49.99, SAVE_MORE, 0",
        "food, 0, 80, ,", // nothing to compare with
        "food, 80, 0, ,",
        "rent, 100, 200, ,"
    })
    void compares_spending_with_its_plan(String category, String planned, String spent, Advice advice, String saving) {
        var review = SpendingReview.of(Map.of(category, use(planned, spent)));
        assertThat(review.findings().stream().findFirst())
                .isEqualTo(Optional.ofNullable(advice).map(what -> new Finding(category, what, Money.of(saving))));
    }

    @Test
    void what_matters_most_comes_first() {
        var uses = new TreeMap<>(Map.of(
                "a", use("10", "20"),
                "b", use("10", "40"),
                "c", use("100", "1"),
                "d", use("0", "30"),
                "e", use("5", "0")));
        var review = SpendingReview.of(uses);
        assertThat(review.findings().stream().map(Finding::category)).containsExactly("b", "a", "c");
        assertThat(review.potentialSavings()).isEqualTo(Money.of("40"));
        assertThat(review.topCategories()).isEqualTo(List.of("b", "d", "a"));
    }

    private static BudgetUse use(String planned, String spent) {
        return new BudgetUse(Money.of(planned), Money.of(spent));
    }
}
