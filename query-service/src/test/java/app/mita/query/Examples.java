package app.mita.query;

import app.mita.api.calendar.MonthDocument;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Recent;
import app.mita.api.dashboard.DashboardDocument.Upcoming;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionView;
import app.mita.domain.onboarding.BudgetFromAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents as the projections would write them. */
public final class Examples {

    /** 6000 in, rent 1500, utilities 200, savings 400: the original's own example. */
    public static final OnboardingAnswers ANSWERS = new OnboardingAnswers(
            Money.of("6000"), Money.ZERO, fixedExpenses(), Map.of(), Money.of("400"), null, null, null);

    private Examples() {}

    private static Map<String, Money> fixedExpenses() {
        var expenses = new LinkedHashMap<String, Money>();
        expenses.put("rent", Money.of("1500"));
        expenses.put("utilities", Money.of("200"));
        return expenses;
    }

    public static Dashboard dashboard() {
        return new Dashboard();
    }

    /** Builds a dashboard's document. */
    public static final class Dashboard {

        private String zone = "UTC";
        private Money income = Money.ZERO;
        private @Nullable OnboardingAnswers answers;
        private final TreeMap<YearMonth, Map<String, List<Money>>> planned = new TreeMap<>();
        private final TreeMap<LocalDate, Map<String, Money>> spent = new TreeMap<>();
        private final List<Upcoming> upcoming = new ArrayList<>();
        private final List<Recent> recent = new ArrayList<>();
        private @Nullable Instant floor;
        private long live;

        public Dashboard zone(String name) {
            zone = name;
            return this;
        }

        public Dashboard income(String amount) {
            income = Money.of(amount);
            return this;
        }

        public Dashboard onboarded() {
            answers = ANSWERS;
            income = ANSWERS.totalIncome();
            return this;
        }

        public Dashboard planned(YearMonth month, String category, Money... days) {
            var amounts = new ArrayList<Money>(List.of(days));
            while (amounts.size() < month.lengthOfMonth()) {
                amounts.add(Money.ZERO);
            }
            planned.computeIfAbsent(month, none -> new LinkedHashMap<>()).put(category, amounts);
            return this;
        }

        public Dashboard spent(String day, String category, String amount) {
            spent.computeIfAbsent(LocalDate.parse(day), none -> new LinkedHashMap<>())
                    .merge(category, Money.of(amount), Money::plus);
            return this;
        }

        /** Spending that is still to come; its day is its UTC day. */
        public Dashboard upcoming(String spentAt, String category, String amount) {
            spent(spentAt.substring(0, 10), category, amount);
            upcoming.add(new Upcoming(
                    UUID.randomUUID(),
                    Instant.parse(spentAt),
                    LocalDate.parse(spentAt.substring(0, 10)),
                    Money.of(amount)));
            return this;
        }

        public Dashboard recent(String spentAt, Category category, String amount, @Nullable String description) {
            recent.add(new Recent(UUID.randomUUID(), Money.of(amount), category, description, Instant.parse(spentAt)));
            live++;
            return this;
        }

        public Dashboard floor(String instant, long liveTransactions) {
            floor = Instant.parse(instant);
            live = liveTransactions;
            return this;
        }

        public DashboardDocument document() {
            return new DashboardDocument(
                    zone,
                    income,
                    answers,
                    answers == null ? null : BudgetFromAnswers.plan(answers),
                    planned,
                    spent,
                    upcoming,
                    recent,
                    floor,
                    live);
        }
    }

    public static MonthDocument month(
            @Nullable Map<String, List<Money>> planned, Map<LocalDate, Map<String, Money>> spent) {
        return new MonthDocument(planned, new TreeMap<>(spent));
    }

    public static TransactionView transaction(
            UUID user, Instant spentAt, Category category, String amount, @Nullable String description) {
        return new TransactionView(
                UUID.randomUUID(),
                user,
                category,
                Money.of(amount),
                "USD",
                description,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                spentAt,
                spentAt,
                spentAt,
                null);
    }
}
