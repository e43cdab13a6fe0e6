package app.mita.command.planning;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.FactKind;
import app.mita.command.gateway.SnapshotForm;
import app.mita.domain.calendar.CalendarDay;
import app.mita.domain.planning.DayRow;
import app.mita.domain.planning.PlannedDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One month of one user: what is planned and what is spent. Its size is that of a calendar, however many transactions
 * the month has.
 *
 * @param planned by plan category, one amount for each day; null while there is no plan
 */
public record Month(YearMonth month, @Nullable Map<String, List<Money>> planned, MonthSpending spending) {

    private static final BiFunction<Month, MitaEvent, Month> EVOLVE = Month::evolve;

    /** Its version is that of {@link #evolve} too. */
    private static final SnapshotForm<Month, Saved> SNAPSHOT =
            new SnapshotForm<>(1, Saved.class, Month::saved, Saved::month);

    /** As it stands in a snapshot; spent by day and plan category. */
    private record Saved(YearMonth of, @Nullable Map<String, List<Money>> plan, List<Map<String, Money>> spent) {

        Month month() {
            return new Month(of, plan, new MonthSpending(spent));
        }
    }

    public static Fact<Month> of(UUID user, YearMonth month) {
        return new FactKind<>("month", unknown(month), EVOLVE, SNAPSHOT).at(EventTag.month(user, month));
    }

    private Saved saved() {
        return new Saved(month, planned, spending.days());
    }

    /** Without a plan and without spending. */
    public static Month unknown(YearMonth month) {
        return new Month(month, null, MonthSpending.NONE);
    }

    public boolean isPlanned() {
        return planned != null;
    }

    /** Empty when the plan has no money for the category on any day, or there is no plan. */
    public Optional<Money> planned(LocalDate day, String category) {
        return Optional.ofNullable(planned)
                .map(plan -> plan.get(category))
                .map(days -> days.get(day.getDayOfMonth() - 1));
    }

    /** Whether the plan has the category on any day. */
    boolean hasCategory(String category) {
        return planned != null && planned.containsKey(category);
    }

    /** Live spending. */
    public Money spent(LocalDate day, String category) {
        return spending.on(day, category);
    }

    /** Live spending by plan category on the days of this month from the first to the last, both included. */
    public Map<String, Money> spentBetween(LocalDate first, LocalDate last) {
        var sums = new TreeMap<String, Money>();
        for (int nth = 1; nth <= month.lengthOfMonth(); nth++) {
            var day = month.atDay(nth);
            if (!day.isBefore(first) && !day.isAfter(last)) {
                spending.on(day).forEach((category, spent) -> sums.merge(category, spent, Money::plus));
            }
        }
        return sums;
    }

    /** One day's plan and spending. */
    public CalendarDay day(LocalDate day) {
        return CalendarDay.of(day, planned, spending.on(day));
    }

    /** The rows of the calendar from that day on, in its order. */
    public List<DayRow> rowsFrom(LocalDate first) {
        var rows = new ArrayList<DayRow>();
        for (var day = first; YearMonth.from(day).equals(month); day = day.plusDays(1)) {
            var date = day;
            day(date)
                    .uses()
                    .forEach((category, use) -> rows.add(new DayRow(date, category, use.planned(), use.spent())));
        }
        return rows;
    }

    /** The month after this event as well. */
    public Month with(MitaEvent event) {
        return evolve(event);
    }

    /** The month after these events as well. */
    public Month with(Iterable<MitaEvent> events) {
        var month = this;
        for (var event : events) {
            month = month.evolve(event);
        }
        return month;
    }

    private Month evolve(MitaEvent event) {
        return switch (event) {
            case MonthPlanned plan -> new Month(month, plan.planned(), spending);
            case DayPlanEdited edit
            when planned != null -> new Month(month, PlannedDays.after(planned, edit), spending);
            case BudgetRebalanced moved
            when planned != null -> new Month(month, PlannedDays.after(planned, moved), spending);
            case TransactionRecorded recorded -> new Month(month, planned, spending.plus(month, recorded.details()));
            case TransactionCorrected corrected ->
                new Month(
                        month,
                        planned,
                        spending.minus(month, corrected.before()).plus(month, corrected.after()));
            case TransactionDeleted deleted -> new Month(month, planned, spending.minus(month, deleted.last()));
            default -> this;
        };
    }
}
