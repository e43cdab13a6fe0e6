package app.mita.domain.budget;

import app.mita.api.money.Money;
import app.mita.domain.money.Apportionment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a budget divides among six wide categories, and how that follows what its user spends (planning.md, POST
 * /api/budget/auto_adapt). Nothing is ever spent on savings, so spending says nothing of their weight: it stays, and the
 * others share the rest as they share the spending.
 */
public final class BudgetWeights {

    /** How many local days of spending count, today's the last. */
    public static final int DAYS = 60;

    private static final String SAVINGS = "savings";
    private static final String OTHER = "other";

    /** Shares are counted in ten-thousandths. */
    private static final int PLACES = 4;

    private static final long MOST = 500;
    private static final long LEAST = 100;

    /** Before anything was adapted; sums to 1. */
    public static final Map<String, BigDecimal> DEFAULT = weights(
            List.of("food", "transportation", "utilities", "entertainment", SAVINGS, OTHER),
            new long[] {3000, 1500, 1000, 1000, 2000, 1500});

    private BudgetWeights() {}

    /** The weight that spending on a plan category counts under. */
    static String weightOf(String planCategory) {
        return switch (planCategory) {
            case "food", "dining", "groceries" -> "food";
            case "transportation", "gas", "public_transport" -> "transportation";
            case "utilities", "entertainment" -> planCategory;
            default -> OTHER;
        };
    }

    /**
     * Each weight moves towards its share of the spending by at most .05; the movements up and down cancel out.
     *
     * @param before the weights of {@link #DEFAULT}, none negative, that sum to 1 and have at most four places
     * @param spent  by plan category, positive
     * @return empty when nothing was spent, or no weight would move by .01; else weights that sum to 1, none negative
     */
    public static Optional<Map<String, BigDecimal>> adapted(Map<String, BigDecimal> before, Map<String, Money> spent) {
        if (spent.isEmpty()) {
            return Optional.empty();
        }
        var names = List.copyOf(DEFAULT.keySet());
        var now = names.stream()
                .mapToLong(name -> before.get(name).movePointRight(PLACES).longValueExact())
                .toArray();
        var moves = balanced(limited(now, wanted(names, now, spent)));
        if (moves.stream().noneMatch(move -> Math.abs(move) >= LEAST)) {
            return Optional.empty();
        }
        return Optional.of(weights(
                names,
                IntStream.range(0, now.length)
                        .mapToLong(i -> now[i] + moves.get(i))
                        .toArray()));
    }

    private static List<Money> wanted(List<String> names, long[] now, Map<String, Money> spent) {
        var byWeight = new LinkedHashMap<String, Money>();
        spent.forEach((category, amount) -> byWeight.merge(weightOf(category), amount, Money::plus));
        int savings = names.indexOf(SAVINGS);
        long whole = 0;
        for (long weight : now) {
            whole += weight;
        }
        var shares = new ArrayList<>(Apportionment.of(
                Money.cents(whole - now[savings]),
                names.stream()
                        .map(name -> byWeight.getOrDefault(name, Money.ZERO).amount())
                        .toList()));
        shares.set(savings, Money.cents(now[savings]));
        return shares;
    }

    private static List<Long> limited(long[] now, List<Money> wanted) {
        return IntStream.range(0, now.length)
                .mapToObj(i -> Math.clamp(wanted.get(i).cents() - now[i], -MOST, MOST))
                .toList();
    }

    /** The side that moves further is cut in proportion, so that the sum stays. */
    private static List<Long> balanced(List<Long> moves) {
        long up =
                moves.stream().filter(move -> move > 0).mapToLong(move -> move).sum();
        long down =
                -moves.stream().filter(move -> move < 0).mapToLong(move -> move).sum();
        return up > down ? cut(moves, 1, down) : cut(moves, -1, up);
    }

    /** @param sign of the moves to cut down to the sum, 1 or -1 */
    private static List<Long> cut(List<Long> moves, int sign, long sum) {
        var weights = moves.stream()
                .map(move -> BigDecimal.valueOf(Math.max(0, sign * move)))
                .toList();
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return moves;
        }
        var parts = Apportionment.of(Money.cents(sum), weights);
        return IntStream.range(0, moves.size())
                .mapToObj(i -> sign * moves.get(i) > 0 ? sign * parts.get(i).cents() : moves.get(i))
                .toList();
    }

    private static Map<String, BigDecimal> weights(List<String> names, long[] shares) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < shares.length; i++) {
            weights.put(names.get(i), BigDecimal.valueOf(shares[i], PLACES).stripTrailingZeros());
        }
        return Collections.unmodifiableMap(weights);
    }
}
