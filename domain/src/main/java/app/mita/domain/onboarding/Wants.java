package app.mita.domain.onboarding;

import static java.math.BigDecimal.ZERO;

import app.mita.api.money.Money;
import app.mita.domain.money.Apportionment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a household of this standing and these habits would spend in a month beyond its fixed expenses, by plan category.
 *
 * <p>Held as thirtieths: the share of food that is eaten out is a fraction of a month of thirty days, so thirtieths keep
 * every amount exact until it is rounded, once.
 */
final class Wants {

    private static final int THIRTIETHS = 30;
    private static final int DINING_SHARE = 12;
    private static final int DINING_SHARE_BASE = 9;
    private static final int DINING_SHARE_MOST = 18;
    private static final int WEEKS = 4;

    private final BigDecimal income;
    private final Standing standing;
    private final Map<String, Integer> habits;
    private final Map<String, BigDecimal> thirtieths = new LinkedHashMap<>();

    Wants(Money income, Standing standing, Map<String, Integer> habits) {
        this.income = income.amount();
        this.standing = standing;
        this.habits = habits;
        collect();
    }

    /** Scaled down to fit, never up (invariant 7); the parts sum to the smaller of all wants and the limit. */
    Map<String, Money> within(Money limit) {
        var sum = thirtieths.values().stream().reduce(ZERO, BigDecimal::add);
        var total = Money.of(sum.divide(BigDecimal.valueOf(THIRTIETHS), 2, RoundingMode.HALF_UP))
                .min(limit);
        var within = new LinkedHashMap<String, Money>();
        var parts = Apportionment.of(total, List.copyOf(thirtieths.values())).iterator();
        for (var category : thirtieths.keySet()) {
            var part = parts.next();
            if (part.isPositive()) {
                within.put(category, part);
            }
        }
        return within;
    }

    private void collect() {
        var food = share("food", "0.12");
        int out = diningShare();
        want("groceries", food, THIRTIETHS - out);
        want("dining out", food, out);
        var transport = share("transport", "0.15");
        want("transport public", part(transport, "0.7"));
        want("transport gas", part(transport, "0.3"));
        var entertainment = share("entertainment", "0.08");
        want("entertainment events", entertainment);
        var miscellaneous = share("miscellaneous", "0.05");
        want("clothing", part(miscellaneous, "0.6"));
        want("hobbies", part(miscellaneous, "0.4"));
        if (habit("travel_per_year") > 0) {
            want("flights", part(entertainment, "0.3").min(part(miscellaneous, "0.5")));
        }
        var healthcare = share("healthcare", "0.06");
        want("insurance medical", part(healthcare, "0.6"));
        want("out of pocket medical", part(healthcare, "0.4"));
        if (habit("coffee_per_week") > 0) {
            drinkCoffee(food);
        }
    }

    /** Coffee is paid from the money for eating out. */
    private void drinkCoffee(BigDecimal food) {
        var cups = BigDecimal.valueOf((long) habit("coffee_per_week") * WEEKS);
        var coffee =
                coffeePrice().multiply(standing.costOfLiving()).multiply(cups).min(part(food, "0.15"));
        want("coffee", coffee);
        thirtieths.computeIfPresent("dining out", (category, dining) -> dining.subtract(thirtieths.get("coffee"))
                .max(ZERO));
    }

    private BigDecimal coffeePrice() {
        return new BigDecimal(
                switch (standing.tier()) {
                    case LOW -> "3.50";
                    case LOWER_MIDDLE -> "4.50";
                    case MIDDLE -> "5.50";
                    case UPPER_MIDDLE -> "7.00";
                    case HIGH -> "10.00";
                });
    }

    private int diningShare() {
        int dinners = habit("dining_out_per_month");
        return dinners > 0
                ? DINING_SHARE_BASE + Math.min(dinners, DINING_SHARE_MOST - DINING_SHARE_BASE)
                : DINING_SHARE;
    }

    private int habit(String name) {
        return habits.getOrDefault(name, 0);
    }

    private BigDecimal share(String area, String otherwise) {
        return income.multiply(standing.weights().getOrDefault(area, new BigDecimal(otherwise)));
    }

    private static BigDecimal part(BigDecimal amount, String share) {
        return amount.multiply(new BigDecimal(share));
    }

    private void want(String category, BigDecimal amount) {
        want(category, amount, THIRTIETHS);
    }

    private void want(String category, BigDecimal amount, int share) {
        thirtieths.put(category, amount.multiply(BigDecimal.valueOf(share)));
    }
}
