package app.mita.projection.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Day;
import app.mita.api.analytics.AnalyticsDocument.Spent;
import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.transactions.TransactionDetails;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A month's sums while an event changes them. What comes to nothing is absent and everything is sorted, so that the same
 * live transactions give the same document whatever their history.
 */
final class MonthSums {

    private static final SortedMap<String, Spent> NOTHING = Collections.emptySortedMap();

    private final SortedMap<LocalDate, Day> days;
    private final SortedMap<String, Spent> merchants;

    private MonthSums(SortedMap<LocalDate, Day> days, SortedMap<String, Spent> merchants) {
        this.days = days;
        this.merchants = merchants;
    }

    /** A copy to work on; the document stays as it is. */
    static MonthSums from(@Nullable AnalyticsDocument document) {
        return document == null
                ? new MonthSums(new TreeMap<>(), new TreeMap<>())
                : new MonthSums(new TreeMap<>(document.days()), new TreeMap<>(document.merchants()));
    }

    void add(TransactionDetails spending) {
        var now = days.get(spending.day());
        var before = now == null ? new Day(0, Money.ZERO, BigInteger.ZERO, NOTHING) : now;
        var categories = new TreeMap<>(before.categories());
        more(categories, spending.category().word(), spending.amount());
        days.put(
                spending.day(),
                new Day(
                        before.count() + 1,
                        before.total().plus(spending.amount()),
                        before.squares().add(square(spending.amount())),
                        Collections.unmodifiableSortedMap(categories)));
        var merchant = PersonalText.reveal(spending.merchant());
        if (merchant != null) {
            more(merchants, merchant, spending.amount());
        }
    }

    void remove(TransactionDetails spending) {
        days.computeIfPresent(spending.day(), (day, before) -> without(before, spending));
        var merchant = PersonalText.reveal(spending.merchant());
        if (merchant != null) {
            less(merchants, merchant, spending.amount());
        }
    }

    /** Null when nothing is spent. */
    @Nullable
    AnalyticsDocument document() {
        return days.isEmpty()
                ? null
                : new AnalyticsDocument(
                        Collections.unmodifiableSortedMap(days), Collections.unmodifiableSortedMap(merchants));
    }

    private static @Nullable Day without(Day before, TransactionDetails spending) {
        if (before.count() == 1) {
            return null;
        }
        var categories = new TreeMap<>(before.categories());
        less(categories, spending.category().word(), spending.amount());
        return new Day(
                before.count() - 1,
                before.total().minus(spending.amount()),
                before.squares().subtract(square(spending.amount())),
                Collections.unmodifiableSortedMap(categories));
    }

    private static void more(SortedMap<String, Spent> sums, String name, Money amount) {
        var now = sums.get(name);
        sums.put(
                name,
                now == null
                        ? new Spent(1, amount)
                        : new Spent(now.count() + 1, now.total().plus(amount)));
    }

    private static void less(SortedMap<String, Spent> sums, String name, Money amount) {
        sums.computeIfPresent(
                name,
                (same, now) -> now.count() == 1
                        ? null
                        : new Spent(now.count() - 1, now.total().minus(amount)));
    }

    private static BigInteger square(Money amount) {
        return BigInteger.valueOf(amount.cents()).pow(2);
    }
}
