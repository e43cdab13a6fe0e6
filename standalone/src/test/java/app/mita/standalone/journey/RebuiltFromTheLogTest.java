package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.RecordedEvent;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.projection.engine.ReadModel;
import app.mita.runtime.json.MitaJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Several devices of several users write whatever comes, all at once and some of it twice. Then every document is what
 * one fold over the log gives, byte for byte, and the screens agree with the transactions that are left.
 */
class RebuiltFromTheLogTest {

    private static final int USERS = 3;
    private static final int DEVICES = 4;
    static final int COMMANDS = 60;

    private final LoggedEvents log = new LoggedEvents(RunningSystem.context());

    @Test
    void everyDocumentIsTheFoldOfTheLogAndEverySumThatOfTheTransactions() throws Exception {
        var people = Stream.generate(() -> Person.onboarded(RunningSystem.api()))
                .limit(USERS)
                .toList();
        long seed = Long.getLong("mita.seed", System.nanoTime());
        live(people, seed);
        for (var person : people) {
            var events = log.of(person.id());
            assertThat(events).as("seed " + seed).hasSizeGreaterThan(COMMANDS);
            for (var model : models()) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(log.documents(model.name(), person.id()))
                                .as("%s, seed %d", model.name(), seed)
                                .isEqualTo(folded(model, events)));
            }
            sumsAgree(person, events, seed);
        }
    }

    private static void live(List<Person> people, long seed) throws Exception {
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> all = people.stream()
                    .flatMap(person -> IntStream.range(0, DEVICES)
                            .<Callable<Void>>mapToObj(
                                    device -> new Device(person, seed + device + person.hashCode())::use))
                    .toList();
            for (var device : devices.invokeAll(all)) {
                device.get();
            }
        }
    }

    /** One after the other, without the engine. */
    private static <D> Map<String, String> folded(ReadModel<D> model, List<RecordedEvent> events) {
        var documents = new TreeMap<String, D>();
        for (var event : events) {
            for (var key : model.keys(event)) {
                var document = model.fold(key, documents.get(key), event);
                if (document == null) {
                    documents.remove(key);
                } else {
                    documents.put(key, document);
                }
            }
        }
        var texts = new TreeMap<String, String>();
        documents.forEach((key, document) -> texts.put(key, MitaJson.mapper().writeValueAsString(document)));
        return texts;
    }

    private static void sumsAgree(Person person, List<RecordedEvent> events, long seed) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var spent = new TreeMap<String, BigDecimal>();
        for (var transaction : person.api().get("/api/transactions/?limit=1000").data()) {
            if (transaction
                    .path("spent_at")
                    .asString()
                    .startsWith(today.toString().substring(0, 7))) {
                spent.merge(
                        transaction.path("category").asString(),
                        transaction.path("amount").decimalValue().setScale(2),
                        BigDecimal::add);
            }
        }
        var shown = new TreeMap<String, BigDecimal>();
        person.api()
                .get("/api/analytics/monthly")
                .data()
                .path("categories")
                .forEach(sum -> shown.put(
                        sum.path("category").asString(),
                        sum.path("total").decimalValue().setScale(2)));
        assertThat(shown).as("seed " + seed).isEqualTo(spent);
        assertThat(planned(person, today)).as("seed " + seed).isEqualByComparingTo(planned(events, today));
    }

    private static BigDecimal planned(Person person, LocalDate today) {
        var planned = BigDecimal.ZERO;
        for (var day : person.api()
                .get("/api/calendar/saved/%d/%d".formatted(today.getYear(), today.getMonthValue()))
                .data()
                .path("calendar")) {
            planned = planned.add(day.path("total").decimalValue());
        }
        return planned;
    }

    /** Rebalances move money, so they are in no sum: only plans and edits are. */
    private static BigDecimal planned(List<RecordedEvent> events, LocalDate today) {
        long cents = 0;
        for (var event : events) {
            cents += switch (event.payload()) {
                case MonthPlanned plan
                when plan.month().getMonthValue() == today.getMonthValue() ->
                    plan.planned().values().stream()
                            .flatMap(Collection::stream)
                            .mapToLong(amount -> amount.cents())
                            .sum();
                case DayPlanEdited edit
                when edit.day().getMonthValue() == today.getMonthValue() ->
                    edit.planned().values().stream()
                                    .mapToLong(amount -> amount.cents())
                                    .sum()
                            - edit.before().values().stream()
                                    .mapToLong(amount -> amount.cents())
                                    .sum();
                default -> 0;
            };
        }
        return BigDecimal.valueOf(cents, 2);
    }

    @SuppressWarnings("unchecked") // beans come without their documents' types
    private static List<ReadModel<?>> models() {
        return List.copyOf((Collection<ReadModel<?>>) (Collection<?>)
                RunningSystem.context().getBeansOfType(ReadModel.class).values());
    }
}
