package app.mita.domain.planning;

import app.mita.api.money.Money;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rule that lays a month's money on its days (domain.md, "The month's calendar"; invariant 17). The same answers give
 * the same days for a month, whoever computes them: the write side that keeps the plan or a read that shows it before.
 */
public final class MonthPlanner {

    private static final int FIRST = 0;
    private static final int FIFTH = 4;
    private static final int CLUSTER = 4;

    private final YearMonth month;
    private final Habits habits;

    private MonthPlanner(YearMonth month, Habits habits) {
        this.month = month;
        this.habits = habits;
    }

    /**
     * Each category's days sum to its monthly amount to the cent. Every day has some money as long as the discretionary
     * part of the plan has a cent for each day.
     *
     * @return by plan category, fixed expenses first, one amount for each day of the month
     */
    public static Map<String, List<Money>> plan(OnboardingAnswers answers, BudgetPlan plan, YearMonth month) {
        return new MonthPlanner(month, new Habits(answers.habits()))
                .plan(answers.fixedExpenses(), plan.discretionaryBreakdown());
    }

    private Map<String, List<Money>> plan(Map<String, Money> fixedExpenses, Map<String, Money> breakdown) {
        // A fixed expense that no list names is an obligation all the same: it has its own day.
        var fixed = layers(fixedExpenses, Rhythm.FIFTH);
        var wants = new EveryDay(month.lengthOfMonth(), fixed, layers(breakdown, Rhythm.SPREAD)).reached();
        var planned = new LinkedHashMap<String, List<Money>>();
        Stream.concat(fixed.stream(), wants.stream())
                .forEach(layer -> planned.merge(layer.category(), amounts(layer), MonthPlanner::sum));
        return planned;
    }

    private List<Layer> layers(Map<String, Money> monthly, Rhythm otherwise) {
        var layers = new ArrayList<Layer>();
        monthly.forEach((name, amount) -> {
            var category = PlanCategory.named(name);
            if (amount.isPositive()) {
                var rhythm = Rhythm.of(category, otherwise);
                layers.add(new Layer(category, amount, rhythm, days(category, rhythm), month.lengthOfMonth()));
            }
        });
        return layers;
    }

    private List<Integer> days(String category, Rhythm rhythm) {
        int count = habits.daysOf(category);
        return switch (rhythm) {
            case FIRST -> List.of(FIRST);
            case FIFTH -> List.of(FIFTH);
            case CLUSTERED -> ClusteredDays.of(month, category, count > 0 ? count : CLUSTER);
            case SPREAD -> {
                var weekdays = Weekdays.of(month);
                yield count > 0 && count < weekdays.size() ? weekdays.subList(0, count) : weekdays;
            }
        };
    }

    private static List<Money> amounts(Layer layer) {
        return IntStream.range(0, layer.days())
                .mapToObj(day -> Money.cents(layer.centsOn(day)))
                .toList();
    }

    private static List<Money> sum(List<Money> some, List<Money> more) {
        return IntStream.range(0, some.size())
                .mapToObj(day -> some.get(day).plus(more.get(day)))
                .toList();
    }
}
