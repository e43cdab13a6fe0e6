package app.mita.standalone.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a person spent, kept by hand beside the system: a sheet of rows and sums over it, and no rule of the domain. */
final class Ledger {

    private final List<Row> rows = new ArrayList<>();

    /** @param day local, where the person was when they wrote it down */
    record Row(String id, Instant at, LocalDate day, String category, BigDecimal amount) {}

    void add(Row row) {
        rows.add(row);
    }

    void replace(Row by) {
        remove(by.id());
        rows.add(by);
    }

    void remove(String id) {
        rows.removeIf(row -> row.id().equals(id));
    }

    int size() {
        return rows.size();
    }

    BigDecimal on(LocalDate day) {
        return sum(row -> row.day().equals(day));
    }

    BigDecimal in(YearMonth month) {
        return sum(row -> YearMonth.from(row.day()).equals(month));
    }

    BigDecimal all() {
        return sum(row -> true);
    }

    /** Only categories that something was spent on. */
    Map<String, BigDecimal> categories(YearMonth month) {
        return grouped(row -> YearMonth.from(row.day()).equals(month));
    }

    Map<String, BigDecimal> categories(LocalDate day) {
        return grouped(row -> row.day().equals(day));
    }

    private Map<String, BigDecimal> grouped(Predicate<Row> which) {
        var sums = new TreeMap<String, BigDecimal>();
        rows.stream().filter(which).forEach(row -> sums.merge(row.category(), row.amount(), BigDecimal::add));
        return sums;
    }

    private BigDecimal sum(Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
