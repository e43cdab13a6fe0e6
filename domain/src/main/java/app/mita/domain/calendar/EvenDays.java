package app.mita.domain.calendar;

import app.mita.api.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Amounts laid evenly on days, to the cent. */
public final class EvenDays {

    private EvenDays() {}

    /**
     * @param amounts by category, not negative
     * @param days    at least one
     * @return for each day its part of every amount; the parts of an amount sum to it
     */
    public static List<Map<String, Money>> of(Map<String, Money> amounts, int days) {
        var even = new ArrayList<Map<String, Money>>(days);
        for (int day = 0; day < days; day++) {
            even.add(new LinkedHashMap<>());
        }
        amounts.forEach((category, amount) -> {
            var parts = amount.split(days);
            for (int day = 0; day < days; day++) {
                even.get(day).put(category, parts.get(day));
            }
        });
        return even;
    }
}
