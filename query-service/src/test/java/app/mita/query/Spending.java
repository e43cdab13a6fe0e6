package app.mita.query;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Day;
import app.mita.api.analytics.AnalyticsDocument.Spent;
import app.mita.api.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spending as the projections would sum it, whatever months it is in. */
public final class Spending {

    private final Map<String, SortedMap<LocalDate, Day>> months = new TreeMap<>();

    /** @param category its word */
    public Spending on(String day, String category, String amount) {
        return on(LocalDate.parse(day), category, Money.of(amount));
    }

    public Spending on(LocalDate day, String category, Money amount) {
        months.computeIfAbsent(day.toString().substring(0, 7), month -> new TreeMap<>())
                .merge(
                        day,
                        new Day(
                                1,
                                amount,
                                BigInteger.valueOf(amount.cents()).pow(2),
                                new TreeMap<>(Map.of(category, new Spent(1, amount)))),
                        Spending::plus);
        return this;
    }

    /** By key, the month. */
    public Map<String, AnalyticsDocument> documents() {
        var documents = new TreeMap<String, AnalyticsDocument>();
        months.forEach((month, days) -> documents.put(month, new AnalyticsDocument(days, new TreeMap<>())));
        return documents;
    }

    private static Day plus(Day one, Day other) {
        var categories = new TreeMap<>(one.categories());
        other.categories().forEach((category, spent) -> categories.merge(category, spent, Spending::plus));
        return new Day(
                one.count() + other.count(),
                one.total().plus(other.total()),
                one.squares().add(other.squares()),
                categories);
    }

    private static Spent plus(Spent one, Spent other) {
        return new Spent(one.count() + other.count(), one.total().plus(other.total()));
    }
}
