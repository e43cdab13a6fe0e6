package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A device of a person, on which they do whatever comes: every kind of write to money, some of them twice. */
final class Device {

    private static final List<String> CATEGORIES = List.of("food", "groceries", "entertainment", "rent", "clothing");
    private static final List<String> PLANNED = List.of("groceries", "hobbies", "transport public", "food");

    private final Person person;
    private final RandomGenerator random;
    private final List<String> mine = new ArrayList<>();

    Device(Person person, long seed) {
        this.person = person;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Void use() {
        for (int i = 0; i < RebuiltFromTheLogTest.COMMANDS; i++) {
            switch (mine.isEmpty() ? 0 : random.nextInt(10)) {
                case 0, 1, 2, 3 -> spend();
                case 4 -> correct("{\"amount\": %s}".formatted(amount()));
                case 5 -> correct("{\"category\": \"%s\"}".formatted(pick(CATEGORIES)));
                case 6 -> correct("{\"spent_at\": \"%sT10:00:00Z\"}".formatted(day()));
                case 7 -> delete();
                case 8 -> edit();
                default -> automate();
            }
        }
        return null;
    }

    private void spend() {
        var keyed = person.api().with("Idempotency-Key", UUID.randomUUID().toString());
        var body = "{\"amount\": %s, \"category\": \"%s\", \"spent_at\": \"%sT09:30:00Z\", \"merchant\": \"Shop %d\"}"
                .formatted(amount(), pick(CATEGORIES), day(), random.nextInt(4));
        for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
            var answer = keyed.post("/api/transactions/", body);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            if (times == 1) {
                mine.add(answer.data().path("id").asString());
            }
        }
    }

    private void correct(String json) {
        var answer = person.api().put("/api/transactions/" + pick(mine), json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void delete() {
        var answer = person.api().delete("/api/transactions/" + mine.remove(random.nextInt(mine.size())));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void edit() {
        var day = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(random.nextInt(1, 29));
        var answer = person.api()
                .patch(
                        "/api/calendar/day/%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
                        "{\"updates\": {\"%s\": %s}}".formatted(pick(PLANNED), amount()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void automate() {
        var answer = person.api()
                .patch(
                        "/api/budget/automation_settings",
                        "{\"redistribution_enabled\": %b}".formatted(random.nextInt(4) > 0));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Of this month so far or of the last days of the one before. */
    private LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(30));
    }

    private String amount() {
        return "%d.%02d".formatted(random.nextInt(1, 90), random.nextInt(100));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
