package app.mita.query.analytics;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.money.Money;
import app.mita.domain.planning.PlanCategory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day of a calendar that a client sends: as our own calendar shows it, or with {@code actual_spending} beside the plan.
 * What it does not know it ignores. Only {@link SentCalendar} makes sure that its amounts can be computed with.
 *
 * @param day   its number; null where the date says it
 * @param total what the day costs; null is nothing
 */
public record SentDay(
        @Nullable Integer day,
        @Nullable String date,
        @Nullable BigDecimal total,
        @Nullable Map<String, SentUse> plannedBudget,
        @Nullable Map<String, BigDecimal> actualSpending) {

    private static final int LONGEST_DATE = 40;
    private static final int MOST_CATEGORIES = 100;
    private static final int LONGEST_NAME = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    /** Of which a month and a year of days can be summed up. */
    boolean isSound() {
        return (day == null || day >= 0)
                && (date == null || date.length() <= LONGEST_DATE)
                && (total == null || isSound(total))
                && isSound(plannedBudget, SentUse::amounts)
                && isSound(actualSpending, Stream::of);
    }

    /** The number of the day, where neither it nor its date says otherwise that of its place. */
    public int number(int place) {
        return requireNonNullElse(day == null ? dayOfMonth() : day, place);
    }

    public Money planned(String category) {
        return planned().getOrDefault(PlanCategory.named(category), Money.ZERO);
    }

    public Money spent(String category) {
        return spent().getOrDefault(PlanCategory.named(category), Money.ZERO);
    }

    /** By plan category, in the order sent. */
    Map<String, Money> planned() {
        var planned = new LinkedHashMap<String, Money>();
        uses().forEach((name, use) -> planned.merge(PlanCategory.named(name), Money.of(use.planned()), Money::plus));
        return planned;
    }

    /** By plan category; what {@code actual_spending} says of a category is said for good. */
    Map<String, Money> spent() {
        var spent = new LinkedHashMap<String, Money>();
        requireNonNullElse(actualSpending, Map.<String, BigDecimal>of())
                .forEach((name, amount) -> spent.merge(PlanCategory.named(name), Money.of(amount), Money::plus));
        uses().forEach((name, use) -> spent.putIfAbsent(PlanCategory.named(name), Money.of(use.spent())));
        return spent;
    }

    Money cost() {
        return total == null ? Money.ZERO : Money.of(total);
    }

    private Map<String, SentUse> uses() {
        return requireNonNullElse(plannedBudget, Collections.emptyMap());
    }

    private @Nullable Integer dayOfMonth() {
        try {
            return date == null ? null : LocalDate.parse(date).getDayOfMonth();
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private interface Amounts<T> {
        Stream<BigDecimal> of(T value);
    }

    private static <T> boolean isSound(@Nullable Map<String, T> byName, Amounts<T> amounts) {
        return byName == null
                || byName.size() <= MOST_CATEGORIES
                        && byName.entrySet().stream()
                                .allMatch(entry -> entry.getKey().length() <= LONGEST_NAME
                                        && entry.getValue() != null
                                        && amounts.of(entry.getValue()).allMatch(SentDay::isSound));
    }

    private static boolean isSound(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() >= 0 && amount.compareTo(MOST) <= 0;
    }
}
