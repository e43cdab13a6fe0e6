package app.mita.domain.planning;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The few days of a month on which a category is spent. They look random but are always the same for (month, category),
 * wherever and whenever they are asked for: the generator's algorithm is fixed by its specification.
 */
final class ClusteredDays {

    private ClusteredDays() {}

    /** @return days of the month from 0, ascending; weekend days as long as there are any, then weekdays */
    static List<Integer> of(YearMonth month, String category, int count) {
        var random = new Random(31L * month.getYear() * 12 + month.getMonthValue() + 7919L * category.hashCode());
        var candidates = shuffled(Weekdays.weekendsOf(month), random);
        candidates.addAll(shuffled(Weekdays.of(month), random));
        return candidates.stream().limit(count).sorted().toList();
    }

    private static List<Integer> shuffled(List<Integer> days, Random random) {
        var shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
