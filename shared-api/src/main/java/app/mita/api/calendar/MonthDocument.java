package app.mita.api.calendar;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Read model {@code calendar}, key the month ({@code 2026-11}): one month of one user.
 *
 * @param planned by plan category, one amount for each day, the 1st first; null while the month has no plan
 * @param spent   live spending by local day and plan category; days and categories without any are absent
 */
public record MonthDocument(
        @Nullable Map<String, List<Money>> planned, SortedMap<LocalDate, Map<String, Money>> spent) {}
