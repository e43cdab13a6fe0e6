package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every read model is built anew and switched to, and one goes back, while people write and read all the time; after each
 * write each screen is what their sheet says: nothing stale, nothing missing, nothing doubled. When the topic is deleted and
 * published again, reads may be behind for a while, and are right in the end.
 */
class ReplayUnderLoadTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int PEOPLE = 3;

    private final Api operator = RunningSystem.api().bearing(RunningSystem.OPS_TOKEN);

    @Test
    void nobodySeesASwitch() throws Exception {
        underLoad(this::replay, Duration.ZERO);
        names().forEach(this::verify);
    }

    @Test
    void nothingIsLostOrDoubledWhenKafkaBeginsAnew() throws Exception {
        var topic = RunningSystem.context().getEnvironment().getProperty("mita.kafka.topic");
        underLoad(
                () -> finished(operator.post(
                        "/ops/republish", "{\"reason\": \"a test\", \"topic\": \"%s\"}".formatted(topic))),
                DEADLINE);
        names().forEach(this::verify);
    }

    /** @param patience how long a screen may be behind */
    private static void underLoad(Runnable deed, Duration patience) throws Exception {
        var people = Stream.generate(() -> Person.onboarded(RunningSystem.api()))
                .limit(PEOPLE)
                .toList();
        var operating = new AtomicBoolean(true);
        try (var lives = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = new ArrayList<Future<Integer>>();
            people.forEach(
                    person -> looks.add(lives.submit((Callable<Integer>) () -> live(person, operating, patience))));
            try {
                deed.run();
            } finally {
                operating.set(false);
            }
            for (var look : looks) {
                assertThat(look.get()).isPositive();
            }
        }
    }

    /** @return how often all screens were looked at */
    private static int live(Person person, AtomicBoolean operating, Duration patience) {
        var ledger = new Ledger();
        var income = new BigDecimal("6000");
        int looks = 0;
        do {
            var amount = new BigDecimal("1.25").add(BigDecimal.valueOf(looks % 7));
            var id = person.spends(amount.toPlainString(), looks % 2 == 0 ? "food" : "groceries");
            var now = Instant.now();
            ledger.add(new Ledger.Row(
                    id, now, LocalDate.ofInstant(now, ZoneOffset.UTC), looks % 2 == 0 ? "food" : "groceries", amount));
            var screens = new Screens(person, ledger, ZoneOffset.UTC, now, income);
            if (patience.isZero()) {
                screens.agree();
            } else {
                await().atMost(patience).untilAsserted(screens::agree);
            }
            looks++;
        } while (operating.get());
        return looks;
    }

    private void replay() {
        for (var name : names()) {
            int generation = ask(name, "replay").path("generation").asInt();
            awaitLive(name, generation);
        }
        int before = ask("dashboard", "rollback").path("to_generation").asInt();
        awaitLive("dashboard", before);
    }

    private void verify(String name) {
        var verified = finished(operator.post("/ops/projections/" + name + "/verify", "{\"reason\": \"a test\"}"));
        assertThat(verified.path("result").path("differences").asInt(-1))
                .as(verified.toString())
                .isZero();
    }

    private JsonNode finished(Api.Answer asked) {
        var id = data(asked).path("id").asString();
        var operation = await().atMost(DEADLINE)
                .until(
                        () -> data(operator.get("/ops/operations/" + id)),
                        now -> now.path("state").asString().matches("done|failed"));
        assertThat(operation.path("state").asString()).as(operation.toString()).isEqualTo("done");
        return operation;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        data(operator.get("/ops/projections"))
                .forEach(projection -> names.add(projection.path("name").asString()));
        assertThat(names).contains("dashboard", "transaction", "calendar");
        return names;
    }

    private JsonNode ask(String name, String verb) {
        return data(operator.post("/ops/projections/" + name + "/" + verb, "{\"reason\": \"a test\"}"))
                .path("result");
    }

    private void awaitLive(String name, int generation) {
        await().atMost(DEADLINE)
                .until(() -> data(operator.get("/ops/projections/" + name))
                                .path("live")
                                .path("number")
                                .asInt()
                        == generation);
    }

    private static JsonNode data(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
        return answer.data();
    }
}
