package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.standalone.StandaloneApplication;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A year of one person's life through the public API: daily spending, corrections and deletions, a raise, a month that
 * is overspent, a move to another part of the world, two changes of the clocks. After every day each screen is read and
 * compared with a sheet that the test keeps by hand.
 */
class YearOfAPersonTest {

    private static final ZoneId HOME = ZoneId.of("America/New_York");
    private static final ZoneId ABROAD = ZoneId.of("Asia/Tokyo");
    private static final int[] DAYS = {1, 4, 8, 14, 21, 28};
    private static final String[] CATEGORIES = {"food", "groceries", "dining", "transportation", "entertainment"};

    private static final ShiftedClock CLOCK = new ShiftedClock();
    private static ConfigurableApplicationContext system;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
    private final Ledger ledger = new Ledger();
    private ZoneId zone = HOME;
    private BigDecimal income = new BigDecimal("6000");
    private Person person;

    @BeforeAll
    static void start() {
        CLOCK.moveTo(LocalDateTime.parse("2026-01-01T09:00:00").atZone(HOME).toInstant());
        system = RunningSystem.run(StandaloneApplication.class, RunningSystem.freshSettings(), CLOCK);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void everyScreenOfEveryDayAgreesWithTheSheet() {
        person = Person.onboarded(Api.at(Api.Servers.one(RunningSystem.address(system))), HOME.getId());
        for (var month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1)) {
            switch (month.getMonthValue()) {
                case 4 -> getsARaise();
                case 8 -> moves();
                default -> {}
            }
            for (int day : DAYS) {
                lives(month.atDay(day));
                new Screens(person, ledger, zone, CLOCK.instant(), income).agree();
            }
        }
        assertThat(ledger.size()).isGreaterThan(100);
    }

    private void lives(LocalDate today) {
        CLOCK.moveTo(today.atTime(20, 30).atZone(zone).toInstant());
        person = person.loggedInAgain();
        var lunch = spends(today.atTime(12, 15), pick(), amount(2, 40));
        var dinner = spends(today.atTime(19, 5), pick(), amount(5, 60));
        if (today.getMonthValue() == 5 && today.getDayOfMonth() == 8) {
            spends(today.atTime(20, 0), "entertainment", new BigDecimal("310.55"));
        }
        switch (today.getDayOfMonth()) {
            case 4 -> corrects(lunch, "{\"amount\": 77.77}", new BigDecimal("77.77"), lunch.category(), lunch.day());
            case 8 -> corrects(dinner, "{\"category\": \"clothing\"}", dinner.amount(), "clothing", dinner.day());
            case 14 -> deletes(lunch);
            case 21 -> {
                var earlier = today.minusDays(9);
                corrects(
                        dinner,
                        "{\"spent_at\": \"%sT10:00:00\"}".formatted(earlier),
                        dinner.amount(),
                        dinner.category(),
                        earlier);
            }
            default -> {}
        }
    }

    private Ledger.Row spends(LocalDateTime local, String category, BigDecimal amount) {
        var answer = person.api().post("/api/transactions/", """
                        {"amount": %s, "category": "%s", "spent_at": "%s"}""".formatted(amount, category, local));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var row = new Ledger.Row(
                answer.data().path("id").asString(),
                local.atZone(zone).toInstant(),
                local.toLocalDate(),
                category,
                amount);
        ledger.add(row);
        return row;
    }

    private void corrects(Ledger.Row row, String json, BigDecimal amount, String category, LocalDate day) {
        var answer = person.api().put("/api/transactions/" + row.id(), json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        ledger.replace(new Ledger.Row(row.id(), row.at(), day, category, amount));
    }

    private void deletes(Ledger.Row row) {
        assertThat(person.api().delete("/api/transactions/" + row.id()).status())
                .isEqualTo(200);
        ledger.remove(row.id());
    }

    private void getsARaise() {
        income = new BigDecimal("6500");
        changesProfile("{\"income\": 6500}");
    }

    private void moves() {
        zone = ABROAD;
        changesProfile("{\"timezone\": \"%s\"}".formatted(ABROAD.getId()));
    }

    private void changesProfile(String json) {
        person = person.loggedInAgain();
        var answer = person.api().patch("/api/users/me", json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String pick() {
        return CATEGORIES[random.nextInt(CATEGORIES.length)];
    }

    private BigDecimal amount(int from, int to) {
        return BigDecimal.valueOf(random.nextLong(from * 100L, to * 100L), 2);
    }
}
