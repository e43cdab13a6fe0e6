package app.mita.api.analytics;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Read model {@code analytics}, key the month ({@code 2026-11}): a month's live spending in sums that can be added and
 * taken back, so that a question about a year reads a dozen of them and no transaction. Amounts are stored in whole cents.
 *
 * @param days      local days with live spending; the weekday follows from the day
 * @param merchants by name as the user wrote it; spending without a merchant is in none
 */
public record AnalyticsDocument(SortedMap<LocalDate, Day> days, SortedMap<String, Spent> merchants) {

    /**
     * @param squares    the sum of the squared amounts in square cents: with the sum and the count it gives the variance
     * @param categories by the category's word
     */
    public record Day(
            long count,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Money total,
            BigInteger squares,
            SortedMap<String, Spent> categories) {}

    public record Spent(
            long count,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Money total) {}
}
