package app.mita.domain.planning;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Moves plan from later days of other categories to an overspent row (domain.md, "Rebalance"; invariant 18: the month's
 * plan stays the same to the cent, no row becomes negative, SACRED rows never change).
 *
 * @param transfers one for each category that gave, in the order they gave
 * @param uncovered what nobody could give; zero when fully covered
 */
public record Rebalance(LocalDate day, String category, List<Transfer> transfers, Money uncovered) {

    /** @param taken by day, each amount positive */
    public record Transfer(String from, SortedMap<LocalDate, Money> taken) {
        public Money amount() {
            return Money.sum(taken.values());
        }
    }

    public Money covered() {
        return Money.sum(transfers.stream().map(Transfer::amount).toList());
    }

    /**
     * @param rows of the month, in the order of the calendar; the overspent one among them
     * @return nothing moved when the row is not overspent
     */
    public static Rebalance of(List<DayRow> rows, LocalDate day, String category) {
        var missing = rows.stream()
                .filter(row -> row.day().equals(day) && row.category().equals(category))
                .findAny()
                .map(DayRow::overspent)
                .orElse(Money.ZERO);
        var transfers = new ArrayList<Transfer>();
        for (var donor : donors(rows, day, category).entrySet()) {
            if (!missing.isPositive()) {
                break;
            }
            var taken = take(donor.getValue(), missing);
            if (!taken.isEmpty()) {
                var transfer = new Transfer(donor.getKey(), taken);
                transfers.add(transfer);
                missing = missing.minus(transfer.amount());
            }
        }
        return new Rebalance(day, category, List.copyOf(transfers), missing);
    }

    /** By category, the ones that give first coming first; ties stay in the order of their first later row. */
    private static Map<String, List<DayRow>> donors(List<DayRow> rows, LocalDate day, String category) {
        var later = new LinkedHashMap<String, List<DayRow>>();
        rows.stream()
                .filter(row -> row.day().isAfter(day) && !row.category().equals(category))
                .sorted(Comparator.comparing(DayRow::day))
                .forEach(row -> later.computeIfAbsent(row.category(), _ -> new ArrayList<>())
                        .add(row));
        var ordered = new LinkedHashMap<String, List<DayRow>>();
        later.keySet().stream()
                .filter(name -> Priority.of(name) != Priority.SACRED)
                .sorted(Comparator.comparing(Priority::of))
                .forEach(name -> ordered.put(name, later.get(name)));
        return ordered;
    }

    /** At most half of what the rows have together and half of each, evenly. */
    private static SortedMap<LocalDate, Money> take(List<DayRow> rows, Money wanted) {
        long total = rows.stream().mapToLong(row -> row.left().cents()).sum();
        long rest = Math.min(wanted.cents(), total / 2);
        var taken = new TreeMap<LocalDate, Money>();
        // The poorest first, so that what they cannot give is shared by those that can.
        var poorestFirst = rows.stream()
                .sorted(Comparator.comparing(DayRow::left).thenComparing(DayRow::day, Comparator.reverseOrder()))
                .toList();
        for (int i = 0; i < poorestFirst.size(); i++) {
            var row = poorestFirst.get(i);
            long share = Math.min(row.left().cents() / 2, rest / (poorestFirst.size() - i));
            if (share > 0) {
                taken.put(row.day(), Money.cents(share));
                rest -= share;
            }
        }
        return taken;
    }
}
