package app.mita.api.calendar;

import app.mita.api.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day as the oldest screen shows it (planning.md, day_state).
 *
 * @param planned       by category
 * @param actual        what is spent, by the same categories
 * @param redistributed empty: what a rebalance moved is in {@code planned} already
 * @param status        green, yellow or red, by the older rule
 * @param recommendations what to do about categories that are overspent
 * @param advisorComment null for a green day
 */
public record DayStateView(
        Map<String, Money> planned,
        Map<String, Money> actual,
        Map<String, Money> redistributed,
        String status,
        List<String> recommendations,
        @Nullable String advisorComment) {}
