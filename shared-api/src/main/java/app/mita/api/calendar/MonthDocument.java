package app.mita.api.calendar;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Read model {@code calendar}, key the month ({@code 2026-11}): one month of one user. Amounts are stored in whole cents.
 *
 * @param planned by plan category, one amount for each day, the 1st first; null while the month has no plan
 * @param spent   live spending by local day and plan category; days and categories without any are absent
 */
public record MonthDocument(
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) @Nullable
        Map<String, List<Money>> planned,

        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) SortedMap<LocalDate, Map<String, Money>> spent) {}
