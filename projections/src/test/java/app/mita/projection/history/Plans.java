package app.mita.projection.history;

import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.BudgetRebalanced.Transfer;
import app.mita.api.planning.DayPlanEdited;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** The plans of a random life: what is done to them, and what they are then, by arithmetic of its own. */
final class Plans {

    private static final List<String> CATEGORIES = List.of("food", "rent", "public_transport", "pets");

    private final Random random;
    private final UUID user;
    private final Map<YearMonth, Map<String, List<Money>>> months = new LinkedHashMap<>();

    Plans(Random random, UUID user) {
        this.random = random;
        this.user = user;
    }

    Map<YearMonth, Map<String, List<Money>>> months() {
        return months;
    }

    void put(YearMonth month, Map<String, List<Money>> plan) {
        var copy = new LinkedHashMap<String, List<Money>>();
        plan.forEach((category, days) -> copy.put(category, new ArrayList<>(days)));
        months.put(month, copy);
    }

    /** Of one or two categories, which the plan may lack; empty while nothing is planned. */
    Optional<DayPlanEdited> edit(Instant now) {
        return pickMonth().map(month -> {
            var day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            var before = new LinkedHashMap<String, Money>();
            var after = new LinkedHashMap<String, Money>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                var category = pickCategory();
                before.putIfAbsent(category, planned(day, category));
                after.put(category, Money.cents(random.nextInt(10_000)));
            }
            after.forEach((category, amount) -> set(day, category, amount));
            return new DayPlanEdited(user, day, before, after, now);
        });
    }

    /** Later days' money, moved; empty while there is none. */
    Optional<BudgetRebalanced> rebalance(Instant now) {
        return pickMonth().flatMap(month -> {
            var day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            var category = pickCategory();
            var transfers = new ArrayList<Transfer>();
            for (var from : List.copyOf(months.get(month).keySet())) {
                var taken = from.equals(category) ? Map.<LocalDate, Money>of() : take(day, from);
                if (!taken.isEmpty()) {
                    transfers.add(
                            new Transfer(new UUID(random.nextLong(), random.nextLong()), from, new TreeMap<>(taken)));
                }
            }
            if (transfers.isEmpty()) {
                return Optional.empty();
            }
            var moved = new BudgetRebalanced(
                    user,
                    day,
                    category,
                    new UUID(random.nextLong(), 0),
                    transfers,
                    Money.cents(random.nextInt(2) * 100L),
                    now);
            transfers.forEach(transfer -> transfer.taken().values().forEach(amount -> add(day, category, amount)));
            return Optional.of(moved);
        });
    }

    private Map<LocalDate, Money> take(LocalDate after, String from) {
        var taken = new TreeMap<LocalDate, Money>();
        for (var day = after.plusDays(1); day.getMonth() == after.getMonth(); day = day.plusDays(3)) {
            var half = Money.cents(planned(day, from).cents() / 2);
            if (half.isPositive()) {
                taken.put(day, half);
                add(day, from, half.negated());
            }
        }
        return taken;
    }

    private Optional<YearMonth> pickMonth() {
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(months.keySet()).get(random.nextInt(months.size())));
    }

    private String pickCategory() {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    }

    private Money planned(LocalDate day, String category) {
        var days = months.get(YearMonth.from(day)).get(category);
        return days == null ? Money.ZERO : days.get(day.getDayOfMonth() - 1);
    }

    private void add(LocalDate day, String category, Money amount) {
        set(day, category, planned(day, category).plus(amount));
    }

    private void set(LocalDate day, String category, Money amount) {
        var month = YearMonth.from(day);
        months.get(month)
                .computeIfAbsent(category, missing -> new ArrayList<>(Money.ZERO.split(month.lengthOfMonth())))
                .set(day.getDayOfMonth() - 1, amount);
    }
}
