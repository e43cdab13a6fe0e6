package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardView;
import app.mita.api.dashboard.DashboardView.ChallengesSummary;
import app.mita.api.dashboard.DashboardView.DailyTarget;
import app.mita.api.dashboard.DashboardView.GoalsSummary;
import app.mita.api.dashboard.DashboardView.RecentTransaction;
import app.mita.api.dashboard.DashboardView.WeekDay;
import app.mita.api.money.Money;
import app.mita.domain.dashboard.DefaultTarget;
import app.mita.domain.dashboard.MonthMoney;
import app.mita.domain.dashboard.WeekDayStatus;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The main screen (core.md section 6). */
final class DashboardScreen implements Screen {

    static final int RECENT = 10;

    private static final int WEEK = 7;
    private static final String NAMELESS = "Purchase";

    /** Null when the document does not have the newest transactions that there are. */
    @Override
    public @Nullable DashboardView draw(Sources sources) {
        var user = sources.user();
        return RecentList.isComplete(user) ? view(user, user.recent(), Today.of(sources)) : null;
    }

    /** @param recent the newest transactions, the newest first */
    static DashboardView view(DashboardDocument user, List<DashboardDocument.Recent> recent, Today today) {
        var money = today.money();
        return new DashboardView(
                money.balance(),
                today.month().spentOn(today.date()),
                targets(today, money),
                week(user, today, money),
                recent.stream().limit(RECENT).map(DashboardScreen::recent).toList(),
                Insight.of(money),
                user.income(),
                List.of(),
                GoalsSummary.NONE,
                List.of(),
                ChallengesSummary.NONE);
    }

    private static List<DailyTarget> targets(Today today, MonthMoney money) {
        var categories = today.month().day(today.date());
        if (categories.isEmpty()) {
            return Stream.of(DefaultTarget.values())
                    .map(target -> target(target.title(), target.limit(money), Money.ZERO))
                    .toList();
        }
        return categories.entrySet().stream()
                .map(use -> target(
                        use.getKey(), use.getValue().planned(), use.getValue().spent()))
                .toList();
    }

    private static DailyTarget target(String category, Money limit, Money spent) {
        var look = Look.ofPlanned(category.toLowerCase(Locale.ROOT));
        return new DailyTarget(Titles.of(category), limit, spent, look.icon(), look.color());
    }

    private static List<WeekDay> week(DashboardDocument user, Today today, MonthMoney money) {
        return IntStream.range(0, WEEK)
                .mapToObj(day -> today.date().minusDays(WEEK - 1L - day))
                .map(day -> weekDay(user, day, today, money))
                .toList();
    }

    private static WeekDay weekDay(DashboardDocument user, LocalDate day, Today today, MonthMoney money) {
        var month = today.monthOf(user, day);
        var spent = month.spentOn(day);
        var budget = month.hasPlan() ? month.plannedOn(day) : money.unplannedDay();
        return new WeekDay(
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                WeekDayStatus.of(budget, spent).word(),
                spent,
                budget);
    }

    private static RecentTransaction recent(DashboardDocument.Recent transaction) {
        var look = Look.ofSpending(transaction.category());
        return new RecentTransaction(
                transaction.id(),
                transaction.amount(),
                transaction.category().word(),
                transaction.description() == null || transaction.description().isBlank()
                        ? NAMELESS
                        : transaction.description(),
                transaction.spentAt(),
                look.icon(),
                look.color());
    }
}
