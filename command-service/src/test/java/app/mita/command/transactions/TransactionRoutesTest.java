package app.mita.command.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

class TransactionRoutesTest extends WriteSide {

    private static final String ALL = "/api/transactions/";

    private Person person;

    @BeforeEach
    void somebody() {
        person = register("America/Los_Angeles");
    }

    @Test
    void shows_the_whole_transaction_as_it_is_kept() {
        var spentAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var goal = UUID.randomUUID();
        var answer = body(send(person, "POST", "/api/transactions", """
                        {"amount": "12.50", "category": " Public_Transport ", "description": "<b>To</b> work & back; --",
                         "currency": "usd", "merchant": "  city   BUS ", "location": "sofia", "tags": ["Work Trip", "work_trip"],
                         "spent_at": "%s", "is_recurring": true, "confidence_score": 0.950,
                         "receipt_url": "https://example.org/r/1.PDF", "goal_id": "%s", "notes": "line\\nbreak", "unknown": 1}
                        """.formatted(spentAt, goal))
                .expectStatus()
                .isCreated());
        var data = answer.get("data");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "category",
                        "amount",
                        "currency",
                        "description",
                        "merchant",
                        "location",
                        "tags",
                        "is_recurring",
                        "confidence_score",
                        "receipt_url",
                        "notes",
                        "goal_id",
                        "spent_at",
                        "created_at",
                        "updated_at",
                        "deleted_at");
        assertThat(data.get("amount").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(data.get("category").asString()).isEqualTo("public_transport");
        assertThat(data.get("description").asString()).isEqualTo("To work & back; --");
        assertThat(data.get("currency").asString()).isEqualTo("USD");
        assertThat(data.get("merchant").asString()).isEqualTo("City Bus");
        assertThat(data.get("location").asString()).isEqualTo("Sofia");
        assertThat(data.get("tags").toString()).isEqualTo("[\"work_trip\"]");
        assertThat(data.get("is_recurring").booleanValue()).isTrue();
        assertThat(data.get("confidence_score").decimalValue()).isEqualByComparingTo("0.95");
        assertThat(data.get("receipt_url").asString()).isEqualTo("https://example.org/r/1.PDF");
        assertThat(data.get("goal_id").asString()).isEqualTo(goal.toString());
        assertThat(data.get("notes").asString()).isEqualTo("line\nbreak");
        assertThat(data.get("spent_at").asString()).isEqualTo(spentAt.toString());
        assertThat(data.get("user_id").asString()).isEqualTo(person.id().toString());
        assertThat(data.get("deleted_at").isNull()).isTrue();
        assertThat(data.get("updated_at")).isEqualTo(data.get("created_at"));
        var impact = answer.get("meta").get("balance_impact");
        assertThat(impact.propertyNames())
                .containsExactlyInAnyOrder(
                        "category",
                        "amount",
                        "remaining_budget",
                        "budget_exceeded",
                        "rebalanced",
                        "rebalance_covered",
                        "rebalance_fully_covered");
        assertThat(impact.get("remaining_budget").isNull()).isTrue();
        assertThat(impact.get("budget_exceeded").booleanValue()).isFalse();
        assertThat(impact.get("rebalance_fully_covered").booleanValue())
                .as("there is no plan")
                .isFalse();
    }

    @Test
    void only_amount_and_category_are_needed() {
        var data = created("{\"amount\": 0.01, \"category\": \"food\", \"merchant\": \"\", \"tags\": null}");
        for (var absent : new String[] {"description", "merchant", "tags", "confidence_score", "goal_id", "notes"}) {
            assertThat(data.get(absent).isNull()).as(absent).isTrue();
        }
        assertThat(data.get("is_recurring").booleanValue()).isFalse();
        assertThat(Instant.parse(data.get("spent_at").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void is_corrected_field_by_field_and_deleted_once() {
        var first = created("{\"amount\": 42, \"category\": \"food\", \"description\": \"lunch\", \"notes\": \"n\"}");
        var path = ALL + first.get("id").asString();
        var second = data(send(person, "PUT", path, "{\"amount\": \"100.00\", \"notes\": null, \"category\": null}"));
        assertThat(second.get("amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(second.get("category").asString()).isEqualTo("food");
        assertThat(second.get("description").asString()).isEqualTo("lunch");
        assertThat(second.get("notes").isNull()).isTrue();
        assertThat(second.get("created_at")).isEqualTo(first.get("created_at"));
        assertThat(second.get("spent_at")).isEqualTo(first.get("spent_at"));
        assertThat(second.get("updated_at")).isNotEqualTo(first.get("updated_at"));
        assertThat(data(send(person, "PUT", path + "/", "{\"amount\": 100}"))).isEqualTo(second);
        assertThat(data(send(person, "PUT", path, "{}"))).isEqualTo(second);
        assertThat(data(send(person, "PUT", path, "{\"amount\": 999999.99}"))
                        .get("amount")
                        .decimalValue())
                .isEqualByComparingTo("999999.99");
        assertThat(data(send(person, "DELETE", path, null)).toString())
                .isEqualTo("{\"deleted\":true,\"transaction_id\":\"%s\"}"
                        .formatted(first.get("id").asString()));
        send(person, "DELETE", path + "/", null).expectStatus().isNotFound();
        send(person, "PUT", path, "{\"amount\": 1}").expectStatus().isNotFound();
        assertThat(eventsOf(person))
                .containsExactly(
                        "UserRegistered",
                        "TransactionRecorded",
                        "TransactionCorrected",
                        "TransactionCorrected",
                        "TransactionDeleted");
    }

    @Test
    void anothers_is_as_unknown_as_an_unknown_one() {
        var id = created("{\"amount\": 42, \"category\": \"food\"}").get("id").asString();
        var other = register("UTC");
        for (var unknown : new String[] {id, UUID.randomUUID().toString()}) {
            for (var method : new String[] {"PUT", "DELETE"}) {
                var error = body(send(other, method, ALL + unknown, method.equals("PUT") ? "{\"amount\": 1}" : null)
                                .expectStatus()
                                .isNotFound())
                        .get("error");
                assertThat(error.get("code").asString()).isEqualTo("RESOURCE_3001");
                assertThat(error.get("details").get("transaction_id").asString())
                        .isEqualTo(unknown);
            }
        }
    }

    @Test
    void an_id_that_is_no_uuid_is_refused() {
        for (var path : new String[] {"xyz", "1-1-1-1-1"}) {
            var error =
                    body(send(person, "DELETE", ALL + path, null).expectStatus().isEqualTo(422));
            assertThat(error.get("error").get("code").asString()).isEqualTo("VALIDATION_2011");
            send(person, "PUT", ALL + path, "{}").expectStatus().isEqualTo(422);
        }
    }

    @Test
    void the_same_key_records_once_even_at_the_same_moment() {
        var json = "{\"amount\": 7, \"category\": \"pets\"}";
        var key = Map.of("Idempotency-Key", "order \"17\"");
        var ids = Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(
                        attempt -> Mono.fromCallable(() -> body(send(person, "POST", ALL, json, key)
                                                .expectStatus()
                                                .isCreated())
                                        .get("data"))
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .collectList()
                .block();
        assertThat(ids).hasSize(8).allMatch(ids.getFirst()::equals);
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "TransactionRecorded");
        var error = body(send(person, "POST", ALL, json.replace("7", "8"), key)
                .expectStatus()
                .isEqualTo(422));
        assertThat(error.get("error").get("code").asString()).isEqualTo("VALIDATION_2012");
        send(register("UTC"), "POST", ALL, json.replace("7", "8"), key)
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_clients_own_id_is_kept_and_records_once() {
        var id = UUID.randomUUID().toString();
        var json = "{\"id\": \"%s\", \"amount\": 7, \"category\": \"pets\"}".formatted(id);
        var first = created(json);
        assertThat(first.get("id").asString()).isEqualTo(id);
        assertThat(created(json)).isEqualTo(first);
        send(person, "POST", ALL, json.replace("pets", "food")).expectStatus().isEqualTo(409);
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "TransactionRecorded");
    }

    @Test
    void the_days_plan_takes_the_spending_up() {
        send(person, "POST", "/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"groceries": 310, "rent": 1500}}""").expectStatus().isOk();
        var day = plannedForGroceries(LocalDate.now(ZoneId.of("America/Los_Angeles")));
        var spending = "{\"amount\": %s, \"category\": \"groceries\", \"spent_at\": \"" + day + "T12:00:00\"}";
        var before = impact(spending.formatted("1"));
        var after = impact(spending.formatted("2.5"));
        assertThat(before.get("remaining_budget")
                        .decimalValue()
                        .subtract(after.get("remaining_budget").decimalValue()))
                .isEqualByComparingTo("2.5");
        assertThat(impact(spending.formatted("5000")).get("budget_exceeded").booleanValue())
                .isTrue();
    }

    @Test
    void a_repetition_is_answered_like_the_first() {
        send(person, "POST", "/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"groceries": 310, "rent": 1500}}""").expectStatus().isOk();
        var own = "{\"id\": \"%s\", \"amount\": 300, \"category\": \"groceries\"}".formatted(UUID.randomUUID());
        var keyed = "{\"amount\": 5000, \"category\": \"groceries\"}";
        var key = Map.of("Idempotency-Key", "one");
        var first = body(send(person, "POST", ALL, own).expectStatus().isCreated());
        var second = body(send(person, "POST", ALL, keyed, key).expectStatus().isCreated());
        assertThat(first.at("/meta/balance_impact/rebalanced").asBoolean()).isTrue();
        assertThat(second.at("/meta/balance_impact/rebalance_fully_covered").asBoolean(true))
                .isFalse();
        send(person, "PUT", ALL + first.at("/data/id").asString(), "{\"amount\": 1}")
                .expectStatus()
                .isOk();
        send(person, "DELETE", ALL + second.at("/data/id").asString(), null)
                .expectStatus()
                .isOk();
        assertAnsweredLike(
                first, body(send(person, "POST", ALL, own).expectStatus().isCreated()));
        assertAnsweredLike(
                second,
                body(send(person, "POST", ALL, keyed, key).expectStatus().isCreated()));
    }

    private static void assertAnsweredLike(JsonNode first, JsonNode again) {
        assertThat(again.get("data")).isEqualTo(first.get("data"));
        assertThat(again.get("meta")).isEqualTo(first.get("meta"));
    }

    @Test
    void is_for_those_who_have_a_token() {
        client().post().uri(ALL).exchange().expectStatus().isUnauthorized();
        client().put().uri(ALL + UUID.randomUUID()).exchange().expectStatus().isUnauthorized();
        client().delete().uri(ALL + UUID.randomUUID()).exchange().expectStatus().isUnauthorized();
    }

    /** The nearest weekday of the month: at weekends nobody is planned to buy groceries. */
    private static LocalDate plannedForGroceries(LocalDate today) {
        return Stream.of(0, -1, -2, 1, 2)
                .map(today::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .filter(day -> day.getMonth() == today.getMonth())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode impact(String json) {
        return body(send(person, "POST", ALL, json).expectStatus().isCreated())
                .get("meta")
                .get("balance_impact");
    }

    private JsonNode created(String json) {
        return body(send(person, "POST", ALL, json).expectStatus().isCreated()).get("data");
    }

    private static JsonNode data(ResponseSpec response) {
        return body(response.expectStatus().isOk()).get("data");
    }
}
