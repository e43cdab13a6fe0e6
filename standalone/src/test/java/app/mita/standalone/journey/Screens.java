package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the app shows of money at a moment, and what a sheet says it must show. */
final class Screens {

    /** 1,700 fixed and what the categories of this person's income tier come to. */
    private static final BigDecimal PLANNED_A_MONTH = new BigDecimal("4760.00");

    private final Person person;
    private final Ledger ledger;
    private final LocalDate today;
    private final YearMonth month;
    private final BigDecimal income;

    Screens(Person person, Ledger ledger, ZoneId zone, Instant now, BigDecimal income) {
        this.person = person;
        this.ledger = ledger;
        this.today = LocalDate.ofInstant(now, zone);
        this.month = YearMonth.from(today);
        this.income = income;
    }

    void agree() {
        dashboard();
        var planned = calendar();
        day();
        budget(planned);
        live();
        forecast();
        analytics();
        transactions();
    }

    private void dashboard() {
        var screen = person.dashboard();
        assertThat(money(screen, "balance")).isEqualByComparingTo(income.subtract(ledger.in(month)));
        assertThat(money(screen, "spent")).isEqualByComparingTo(ledger.on(today));
        for (int back = 0; back < 7; back++) {
            assertThat(money(screen.path("week").path(6 - back), "spent"))
                    .isEqualByComparingTo(ledger.on(today.minusDays(back)));
        }
    }

    /** @return what the month plans for each category */
    private Map<String, BigDecimal> calendar() {
        var days = read("/api/calendar/saved/%d/%d".formatted(month.getYear(), month.getMonthValue()))
                .path("calendar");
        assertThat(days).hasSize(month.lengthOfMonth());
        var planned = new TreeMap<String, BigDecimal>();
        var total = BigDecimal.ZERO;
        for (var day : days) {
            var date = LocalDate.parse(day.path("date").asString());
            assertThat(spentBy(day.path("planned_budget"))).isEqualTo(ledger.categories(date));
            assertThat(money(day, "spent")).isEqualByComparingTo(ledger.on(date));
            for (var category : day.path("planned_budget").properties()) {
                var amount = money(category.getValue(), "planned");
                assertThat(amount).isNotNegative();
                planned.merge(category.getKey(), amount, BigDecimal::add);
            }
            total = total.add(money(day, "total"));
        }
        assertThat(total).as("planned in " + month).isEqualByComparingTo(PLANNED_A_MONTH);
        assertThat(planned.get("rent")).as("never given away").isEqualByComparingTo("1500");
        return planned;
    }

    private void day() {
        var day = read(
                "/api/calendar/day/%d/%d/%d".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()));
        assertThat(spentBy(day.path("planned_budget"))).isEqualTo(ledger.categories(today));
    }

    private void budget(Map<String, BigDecimal> planned) {
        var spent = ledger.categories(month);
        assertThat(positive(read("/api/budget/spent"))).isEqualTo(spent);
        read("/api/budget/remaining").properties().forEach(category -> assertThat(decimal(category.getValue()))
                .as(category.getKey())
                .isEqualByComparingTo(planned.getOrDefault(category.getKey(), BigDecimal.ZERO)
                        .subtract(spent.getOrDefault(category.getKey(), BigDecimal.ZERO))));
        var daily = BigDecimal.ZERO;
        for (var row : read("/api/budget/daily")) {
            daily = daily.add(money(row, "spent"));
        }
        assertThat(daily).isEqualByComparingTo(ledger.in(month));
    }

    private void live() {
        var status = read("/api/budget/live_status");
        assertThat(money(status, "spent_today")).isEqualByComparingTo(ledger.on(today));
        assertThat(money(status, "monthly_spent")).isEqualByComparingTo(ledger.in(month));
        assertThat(money(status, "monthly_budget")).isEqualByComparingTo(income);
        assertThat(money(status, "remaining_today"))
                .isEqualByComparingTo(money(status, "daily_budget").subtract(ledger.on(today)));
    }

    private void forecast() {
        var forecast = read("/api/budget/forecast");
        var elapsed = today.getDayOfMonth();
        assertThat(forecast.path("days_elapsed").asInt()).isEqualTo(elapsed);
        assertThat(money(forecast, "total_planned")).isEqualByComparingTo(PLANNED_A_MONTH);
        assertThat(money(forecast, "total_spent")).isEqualByComparingTo(ledger.in(month));
        assertThat(money(forecast, "current_daily_pace"))
                .isEqualByComparingTo(ledger.in(month).divide(BigDecimal.valueOf(elapsed), 2, RoundingMode.HALF_UP));
    }

    private void analytics() {
        var categories = new TreeMap<String, BigDecimal>();
        read("/api/analytics/monthly")
                .path("categories")
                .forEach(sum -> categories.put(sum.path("category").asString(), money(sum, "total")));
        assertThat(categories).isEqualTo(ledger.categories(month));
        for (var day : read("/api/analytics/trend").path("trend")) {
            var date = LocalDate.parse(day.path("date").asString().substring(0, 10));
            assertThat(money(day, "amount")).as(date.toString()).isEqualByComparingTo(ledger.on(date));
        }
    }

    private void transactions() {
        var listed = read("/api/transactions/?limit=1000");
        assertThat(listed).hasSize(ledger.size());
        var sum = BigDecimal.ZERO;
        for (var transaction : listed) {
            sum = sum.add(money(transaction, "amount"));
        }
        assertThat(sum).isEqualByComparingTo(ledger.all());
    }

    private JsonNode read(String path) {
        var answer = person.api().get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data();
    }

    private static Map<String, BigDecimal> spentBy(JsonNode categories) {
        var spent = new TreeMap<String, BigDecimal>();
        categories.properties().forEach(category -> {
            var amount = money(category.getValue(), "spent");
            if (amount.signum() > 0) {
                spent.put(category.getKey(), amount);
            }
        });
        return spent;
    }

    private static Map<String, BigDecimal> positive(JsonNode amounts) {
        var positive = new TreeMap<String, BigDecimal>();
        amounts.properties().forEach(amount -> {
            if (decimal(amount.getValue()).signum() > 0) {
                positive.put(amount.getKey(), decimal(amount.getValue()));
            }
        });
        return positive;
    }

    private static BigDecimal money(JsonNode node, String field) {
        return decimal(node.path(field));
    }

    /** To the cent, so that equal amounts are equal keys. */
    private static BigDecimal decimal(JsonNode number) {
        assertThat(number.isNumber()).as(number.toString()).isTrue();
        return number.decimalValue().setScale(2, RoundingMode.UNNECESSARY);
    }
}
