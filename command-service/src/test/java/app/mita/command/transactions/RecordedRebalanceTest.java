package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.registered;
import static app.mita.command.transactions.SomeSpending.of;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.command.gateway.LogInMemory;
import app.mita.command.planning.Month;
import app.mita.command.transactions.TransactionId.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four writes of recorded-rebalance.json move in our plan what they moved in the original's. */
class RecordedRebalanceTest {

    private static final JsonNode RECORDED = JsonMapper.shared()
            .readTree(RecordedRebalanceTest.class.getResourceAsStream("/contract/recorded-rebalance.json"));
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final UUID GROCERIES = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final LogInMemory log =
            new LogInMemory().given(registered("UTC"), new MonthPlanned(USER, NOVEMBER, planBefore(), NOW));
    private int step;

    @Test
    void movesWhatTheOriginalMoved() {
        change(() -> log.send(record(GROCERIES, "300.00", Category.GROCERIES), NOW.plusSeconds(1)));
        change(() -> log.send(record(UUID.randomUUID(), "42.00", Category.FOOD), NOW.plusSeconds(2)));
        var correction = new Correction(Money.of("310"), null, null, null, null, null, null, null, null);
        change(() -> log.send(new CorrectTransaction(USER, GROCERIES, correction), NOW.plusSeconds(3)));
        change(() -> log.send(new DeleteTransaction(USER, GROCERIES), NOW.plusSeconds(4)));
        assertThat(step).isEqualTo(RECORDED.get("steps").size());
    }

    private void change(Runnable write) {
        var recorded = RECORDED.get("steps").get(step++);
        var before = plan();
        write.run();
        assertThat(changes(before, plan())).as(recorded.get("step").asString()).isEqualTo(recordedChanges(recorded));
        assertThat(history()).as(recorded.get("step").asString()).isEqualTo(recordedHistory(recorded));
    }

    private static RecordTransaction record(UUID id, String amount, Category category) {
        return new RecordTransaction(
                USER, new TransactionId(id, Source.CLIENT), of(amount, category, "2026-11-24T10:00:00Z"));
    }

    private Map<String, List<Money>> plan() {
        return log.know(Month.of(USER, NOVEMBER)).planned();
    }

    private static Map<String, List<Money>> planBefore() {
        var plan = new LinkedHashMap<String, List<Money>>();
        RECORDED.get("plan_before").properties().forEach(day -> day.getValue()
                .properties()
                .forEach(row -> plan.computeIfAbsent(row.getKey(), category -> new ArrayList<>(Money.ZERO.split(30)))
                        .set(
                                LocalDate.parse(day.getKey()).getDayOfMonth() - 1,
                                Money.of(row.getValue().decimalValue()))));
        return plan;
    }

    /** By {@code <day> <category>}: before and after. */
    private static Map<String, List<Money>> changes(Map<String, List<Money>> before, Map<String, List<Money>> after) {
        var changes = new TreeMap<String, List<Money>>();
        after.forEach((category, days) -> {
            for (int i = 0; i < days.size(); i++) {
                var was = before.getOrDefault(category, Money.ZERO.split(30)).get(i);
                if (!was.equals(days.get(i))) {
                    changes.put(NOVEMBER.atDay(i + 1) + " " + category, List.of(was, days.get(i)));
                }
            }
        });
        return changes;
    }

    private static Map<String, List<Money>> recordedChanges(JsonNode step) {
        var changes = new TreeMap<String, List<Money>>();
        step.get("plan_changes_before_after").properties().forEach(day -> day.getValue()
                .properties()
                .forEach(row -> changes.put(
                        day.getKey() + " " + row.getKey(),
                        List.of(
                                Money.of(row.getValue().get(0).decimalValue()),
                                Money.of(row.getValue().get(1).decimalValue())))));
        return changes;
    }

    /** The newest first, each {@code <from> <to> <amount>}. */
    private List<String> history() {
        return log.events().reversed().stream()
                .filter(BudgetRebalanced.class::isInstance)
                .map(BudgetRebalanced.class::cast)
                .flatMap(moved -> moved.transfers().stream()
                        .sorted((one, other) ->
                                other.id().toString().compareTo(one.id().toString()))
                        .map(transfer -> transfer.from() + " " + moved.category() + " " + transfer.amount()))
                .toList();
    }

    private static List<String> recordedHistory(JsonNode step) {
        var history = new ArrayList<String>();
        step.get("history")
                .forEach(row -> history.add(row.get("from_category").asString() + " "
                        + row.get("to_category").asString() + " "
                        + Money.of(row.get("amount").decimalValue())));
        return history;
    }
}
