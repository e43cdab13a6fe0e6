package app.mita.projection.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Upcoming;
import app.mita.api.money.Money;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.transactions.TransactionDetails;
import app.mita.projection.calendar.DailySpending;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A dashboard document while an event is being applied to it. The document that it came from stays as it is. */
final class Screen {

    private String timezone;
    private Money income;
    private @Nullable OnboardingAnswers answers;
    private @Nullable BudgetPlan plan;
    private final SortedMap<YearMonth, Map<String, List<Money>>> planned;
    private final DailySpending spending;
    private final List<Upcoming> upcoming;
    private final NewestTransactions newest;

    private Screen(DashboardDocument document) {
        timezone = document.timezone();
        income = document.income();
        answers = document.answers();
        plan = document.plan();
        planned = new TreeMap<>(document.planned());
        spending = DailySpending.from(document.spent());
        upcoming = new ArrayList<>(document.upcoming());
        newest = NewestTransactions.of(document);
    }

    static Screen of(DashboardDocument document) {
        return new Screen(document);
    }

    static Screen empty(ProfileDetails profile) {
        return new Screen(new DashboardDocument(
                profile.timezone(),
                profile.income(),
                null,
                null,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(),
                List.of(),
                null,
                0));
    }

    void profile(ProfileDetails profile) {
        timezone = profile.timezone();
        income = profile.income();
    }

    void onboarded(OnboardingCompleted done) {
        timezone = done.timezone();
        income = done.answers().totalIncome();
        answers = done.answers();
        plan = done.plan();
    }

    void planned(YearMonth month, Map<String, List<Money>> days) {
        planned.put(month, days);
    }

    /** A month that has been dropped stays so. */
    void replanned(LocalDate day, UnaryOperator<Map<String, List<Money>>> change) {
        planned.computeIfPresent(YearMonth.from(day), (month, days) -> change.apply(days));
    }

    void spent(UUID id, TransactionDetails details) {
        spending.add(details);
        newest.add(id, details);
        comesUp(id, details);
    }

    void corrected(UUID id, TransactionDetails before, TransactionDetails after) {
        spending.remove(before).add(after);
        newest.replace(id, after);
        upcoming.removeIf(spending -> spending.id().equals(id));
        comesUp(id, after);
    }

    void takenBack(UUID id, TransactionDetails last) {
        spending.remove(last);
        newest.remove(id);
        upcoming.removeIf(spending -> spending.id().equals(id));
    }

    /** The document as it is after an event of that time, without what no later screen can show. */
    DashboardDocument at(Instant event) {
        var horizon = Horizon.after(event);
        spending.dropBefore(horizon.firstDay());
        planned.headMap(horizon.firstMonth()).clear();
        upcoming.removeIf(spending -> !spending.spentAt().isAfter(event));
        return new DashboardDocument(
                timezone,
                income,
                answers,
                plan,
                planned,
                spending.days(),
                List.copyOf(upcoming),
                newest.listed(),
                newest.floor(),
                newest.live());
    }

    /** Soonest first; what has passed already is dropped with the rest. */
    private void comesUp(UUID id, TransactionDetails details) {
        upcoming.add(new Upcoming(id, details.spentAt(), details.day(), details.amount()));
        upcoming.sort(Comparator.comparing(Upcoming::spentAt)
                .thenComparing(spending -> spending.id().toString()));
    }
}
