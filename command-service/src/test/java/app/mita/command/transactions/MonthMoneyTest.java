package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.onboarded;
import static app.mita.command.onboarding.SomeUser.planned;
import static app.mita.command.onboarding.SomeUser.registered;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.LogInMemory;
import app.mita.command.planning.EditDay;
import app.mita.command.planning.Month;
import app.mita.command.transactions.TransactionId.Source;
import app.mita.domain.planning.Priority;
import app.mita.domain.time.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Invariants 10, 12 to 14, 16 and 18 on what the real rules decide: whatever is recorded, corrected, moved, deleted and
 * edited in two months, in any order and again and again.
 */
class MonthMoneyTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final List<Category> CATEGORIES =
            List.of(Category.FOOD, Category.GROCERIES, Category.UTILITIES, Category.CLOTHING);
    private static final List<String> PLANNED =
            List.of("groceries", "dining out", "rent", "clothing", "food", "books", "utilities");

    private Random random;
    private LogInMemory log;
    private Map<UUID, TransactionDetails> live;
    private Instant now;

    @Property(tries = 60)
    void no_cent_is_made_or_lost(@ForAll long seed) {
        random = new Random(seed);
        live = new HashMap<>();
        now = Instant.parse("2026-11-24T12:00:00Z");
        log = new LogInMemory()
                .given(registered("UTC"), onboarded("UTC"), planned(OCTOBER, now), planned(NOVEMBER, now));
        for (int step = 0; step < 40; step++) {
            now = now.plusSeconds(1 + random.nextInt(600));
            write();
        }
        for (var month : List.of(OCTOBER, NOVEMBER)) {
            spentIsTheSumOfTheLive(log.know(Month.of(USER, month)));
        }
    }

    private void write() {
        int kind = live.isEmpty() ? 0 : random.nextInt(5);
        var id = live.isEmpty() ? null : List.copyOf(live.keySet()).get(random.nextInt(live.size()));
        switch (kind) {
            case 0, 1 -> {
                var name = new UUID(random.nextLong(), random.nextLong());
                var spending = Spending.plain(amount(), category(), WrittenTime.parse(time()));
                send(new RecordTransaction(USER, new TransactionId(name, Source.CLIENT), spending));
                live.put(name, spending.details(SomeSpending.UTC, now));
            }
            case 2 -> {
                var correction = new Correction(
                        random.nextBoolean() ? amount() : null,
                        random.nextBoolean() ? category() : null,
                        random.nextBoolean() ? WrittenTime.parse(time()) : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        random.nextBoolean());
                send(new CorrectTransaction(USER, id, correction));
                live.put(id, correction.applyTo(live.get(id), SomeSpending.UTC, now));
            }
            case 3 -> {
                log.send(new DeleteTransaction(USER, id), now);
                live.remove(id);
            }
            default -> send(new EditDay(USER, day(), Map.of(planCategory(), amount())));
        }
    }

    /** Each command is sent twice: the second changes nothing. */
    private void send(Command<?> command) {
        var months = Map.of(OCTOBER, log.know(Month.of(USER, OCTOBER)), NOVEMBER, log.know(Month.of(USER, NOVEMBER)));
        var decision = log.send(command, now);
        months.forEach((month, before) -> keepsTheMoney(decision.events(), before));
        assertThat(log.send(command, now.plusSeconds(1)).events())
                .as("again: %s", command)
                .isEmpty();
    }

    private static void keepsTheMoney(List<MitaEvent> events, Month before) {
        assertThat(events).noneMatch(MonthPlanned.class::isInstance);
        var month = before;
        var tag = EventTag.month(USER, before.month());
        for (var event : events.stream().filter(one -> one.tags().contains(tag)).toList()) {
            var next = month.with(event);
            switch (event) {
                case DayPlanEdited edit ->
                    assertThat(total(next).minus(total(month)))
                            .isEqualTo(Money.sum(edit.planned().values())
                                    .minus(Money.sum(edit.before().values())));
                case BudgetRebalanced moved -> isARebalance(moved, month, next);
                default -> assertThat(next.planned()).isEqualTo(month.planned());
            }
            month = next;
        }
    }

    private static void isARebalance(BudgetRebalanced moved, Month before, Month after) {
        assertThat(total(after)).isEqualTo(total(before));
        assertThat(moved.covered()).isGreaterThan(Money.ZERO);
        after.planned().forEach((category, days) -> {
            assertThat(days).as(category).allMatch(amount -> !amount.isNegative());
            if (Priority.of(category) == Priority.SACRED && !category.equals(moved.category())) {
                assertThat(days).as(category).isEqualTo(before.planned().get(category));
            }
        });
        var left = after.planned(moved.day(), moved.category())
                .orElseThrow()
                .minus(after.spent(moved.day(), moved.category()));
        assertThat(left)
                .as("takes no more than is needed")
                .isEqualTo(moved.uncovered().negated());
        moved.transfers().forEach(transfer -> transfer.taken().keySet().forEach(day -> assertThat(
                        after.planned(day, transfer.from()).orElseThrow())
                .as("nobody is left overspent for it")
                .isGreaterThanOrEqualTo(after.spent(day, transfer.from()))));
    }

    private void spentIsTheSumOfTheLive(Month month) {
        var expected = new HashMap<String, Money>();
        live.values().stream()
                .filter(details -> details.month().equals(month.month()))
                .forEach(details ->
                        expected.merge(details.day() + details.planCategory(), details.amount(), Money::plus));
        var spent = new HashMap<String, Money>();
        month.rowsFrom(month.month().atDay(1)).stream()
                .filter(row -> !row.spent().isZero())
                .forEach(row -> assertThat(spent.put(row.day() + row.category(), row.spent()))
                        .as("one row for a day and category")
                        .isNull());
        assertThat(spent).isEqualTo(expected);
    }

    private static Money total(Month month) {
        var all = new ArrayList<Money>();
        month.planned().values().forEach(all::addAll);
        return Money.sum(all);
    }

    private Money amount() {
        return Money.cents(1 + random.nextInt(random.nextInt(4) == 0 ? 60_000 : 4_000));
    }

    private Category category() {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    }

    private String planCategory() {
        return PLANNED.get(random.nextInt(PLANNED.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 10, 20).plusDays(random.nextInt(36));
    }

    private String time() {
        return day() + "T0" + random.nextInt(10) + ":00";
    }
}
