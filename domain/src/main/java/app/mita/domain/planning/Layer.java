package app.mita.domain.planning;

import app.mita.api.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** One category's money of a month, laid evenly on some of its days: the earlier ones bear the odd cents. */
final class Layer {

    private final String category;
    private final Money amount;
    private final Rhythm rhythm;
    private final List<Integer> days;
    private final long[] cents;

    /** @param days from 0, ascending, at least one */
    Layer(String category, Money amount, Rhythm rhythm, List<Integer> days, int daysOfMonth) {
        this.category = category;
        this.amount = amount;
        this.rhythm = rhythm;
        this.days = days;
        this.cents = new long[daysOfMonth];
        var parts = amount.split(days.size());
        for (int i = 0; i < days.size(); i++) {
            cents[days.get(i)] = parts.get(i).cents();
        }
    }

    Layer alsoOn(Collection<Integer> more) {
        var all = new TreeSet<>(days);
        all.addAll(more);
        return new Layer(category, amount, rhythm, List.copyOf(all), cents.length);
    }

    void moveCent(int from, int to) {
        cents[from]--;
        cents[to]++;
    }

    String category() {
        return category;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Days of the month. */
    int days() {
        return cents.length;
    }

    long centsOn(int day) {
        return cents[day];
    }
}
