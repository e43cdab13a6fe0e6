package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayOfAUserTest {

    @Test
    void everyScreenShowsEveryWriteOnTheNextRequest() {
        DayOfAUser.walk(RunningSystem.api());
    }

    @Test
    void aRepeatedCreateAnswersTheSameAndRecordsOnce() {
        var person = Person.onboarded(RunningSystem.api());
        var keyed = person.api().with("Idempotency-Key", "receipt-17");
        var body = "{\"amount\": 12.34, \"category\": \"groceries\"}";
        var first = keyed.post("/api/transactions/", body);
        var again = keyed.post("/api/transactions/", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(person.api().get("/api/transactions/").data()).hasSize(1);
        assertThat(person.spentToday()).isEqualTo(12.34);
    }

    @Test
    void theSameCreateFromTwoDevicesAtOnceRecordsOnce() throws Exception {
        var person = Person.onboarded(RunningSystem.api());
        var keyed = person.api().with("Idempotency-Key", "tapped-twice");
        Callable<Api.Answer> tap =
                () -> keyed.post("/api/transactions/", "{\"amount\": 9.99, \"category\": \"dining\"}");
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    devices.invokeAll(IntStream.range(0, 8).mapToObj(_ -> tap).toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().data())
                        .isEqualTo(answers.getFirst().get().data());
            }
        }
        assertThat(person.api().get("/api/transactions/").data()).hasSize(1);
        assertThat(person.spentToday()).isEqualTo(9.99);
    }

    @Test
    void manyDevicesOfOneUserLoseNothing() throws Exception {
        var person = Person.onboarded(RunningSystem.api());
        Callable<Api.Answer> spend =
                () -> person.api().post("/api/transactions/", "{\"amount\": \"1.01\", \"category\": \"food\"}");
        try (var devices = Executors.newFixedThreadPool(16)) {
            for (var answer : devices.invokeAll(
                    IntStream.range(0, 200).mapToObj(_ -> spend).toList())) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(201);
            }
        }
        assertThat(person.spentToday()).isEqualTo(202.00);
        assertThat(person.balance()).isEqualTo(5798.00);
        assertThat(person.api().get("/api/transactions/?limit=1000").data()).hasSize(200);
    }

    @Test
    void aDayIsTheUsersOwn() {
        var zone = ZoneId.of("Pacific/Kiritimati");
        var person = Person.onboarded(RunningSystem.api(), zone.getId());
        var today = LocalDate.now(zone);
        var answer = person.api()
                .post(
                        "/api/transactions/",
                        "{\"amount\": 5, \"category\": \"food\", \"spent_at\": \"%sT00:00:00\"}".formatted(today));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(Instant.parse(answer.data().path("spent_at").asString()))
                .isEqualTo(today.atStartOfDay(zone).toInstant());
        assertThat(person.spentToday()).isEqualTo(5);
        assertThat(person.dashboard().path("week").path(6).path("spent").asDouble())
                .isEqualTo(5);
        assertThat(person.api()
                        .get("/api/transactions/by-date?start_date=%1$s&end_date=%1$s".formatted(today))
                        .data()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(today.atStartOfDay(zone).toLocalDate()).isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void theOlderExpenseRouterRecordsTheSameTransactions() {
        var person = Person.onboarded(RunningSystem.api());
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        var added = person.api()
                .post(
                        "/api/expense/add",
                        "{\"action\": \"food\", \"amount\": 12.0, \"date\": \"%s\"}".formatted(yesterday));
        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.data().path("date").asString()).startsWith(yesterday.toString());
        var history = person.api().post("/api/expense/history", null).data();
        assertThat(history.path("total_count").asInt()).isEqualTo(1);
        assertThat(person.spentToday()).isZero();
        var tooMuch = person.api()
                .post(
                        "/api/expense/add",
                        "{\"action\": \"food\", \"amount\": 10000.01, \"date\": \"%s\"}".formatted(yesterday));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).startsWith("BUSINESS_");
    }

    @Test
    void respondAsyncAnswersAtCommitAndSaysSo() {
        var person = Person.onboarded(RunningSystem.api());
        var answer = person.api()
                .with("Prefer", "respond-async")
                .post("/api/transactions/", "{\"amount\": 1, \"category\": \"food\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Mita-Read-Model")).isEqualTo("behind");
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
    }
}
