package app.mita.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.RuntimeTest;
import app.mita.runtime.security.TestIssuer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@RuntimeTest
class ErrorsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestIssuer issuer;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + issuer.token())
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"amount":-1}                                       | body.amount                | greater_than
            {"amount":1.005}                                    | body.amount                | decimal_max_places
            {}                                                  | body.amount                | missing
            {"amount":null}                                     | body.amount                | missing
            {"amount":"lots"}                                   | body.amount                | float_parsing
            {"amount":[]}                                       | body.amount                | float_type
            {"amount":NaN}                                      | body                       | json_invalid
            {"amount":1e999999999}                              | body.amount                | float_parsing
            {"amount":1,"name":7}                               | body.name                  | string_type
            {"amount":1,"name":"x"}                             | body.name                  | string_too_short
            {"amount":1,"name":"xxxxxx"}                        | body.name                  | string_too_long
            {"amount":1,"category":"X"}                         | body.category              | string_pattern_mismatch
            {"amount":1,"tags":"x"}                             | body.tags                  | list_type
            {"amount":1,"tags":["a","long"]}                    | body.tags.1                | string_too_long
            {"amount":1,"goal_id":"x"}                          | body.goal_id               | uuid_parsing
            {"amount":1,"spent_on":"2026-13-01"}                | body.spent_on              | date_parsing
            {"amount":1,"count":1.5}                            | body.count                 | int_parsing
            {"amount":1,"income":{}}                            | body.income.monthly_income | missing
            {"amount":1,"income":{"monthly_income":-5}}         | body.income.monthly_income | greater_than
            {"amount":1,"income":[]}                            | body.income                | dict_type
            {"amount":1,"fixed_expenses":{"rent":-1}}           | body.fixed_expenses.rent   | greater_than
            []                                                  | body                       | dict_type
            {                                                   | body                       | json_invalid
            """)
    void refusesBodies(String body, String field, String type) {
        var answer = post(body.strip(), MediaType.APPLICATION_JSON);
        assertInvalid(answer, field, type);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertInvalid(post("amount=1", MediaType.APPLICATION_FORM_URLENCODED), "body", "dict_type");
        var none = client.post()
                .uri("/api/sample")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
        assertInvalid(none, "body", "missing");
    }

    @Test
    void neverEchoesWhatWasSent() {
        var answer = post("{\"amount\":\"<script>secret\"}", MediaType.APPLICATION_JSON);
        assertThat(String.valueOf(answer.getResponseBody())).doesNotContain("secret");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var errors = validationErrors(post("{\"amount\":0,\"name\":\"x\"}", MediaType.APPLICATION_JSON));
        assertThat(errors)
                .extracting(error -> error.get("field").asString())
                .containsExactly("body.amount", "body.name");
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.get("message").asString()).isNotBlank());
    }

    @Test
    void refusesParameters() {
        assertInvalid(get("/api/sample?limit=0"), "query.limit", "greater_than_equal");
        assertInvalid(get("/api/sample/?limit=1001"), "query.limit", "less_than_equal");
        assertInvalid(get("/api/sample?limit=x"), "query.limit", "int_parsing");
        assertInvalid(get("/api/sample?startDate=x"), "query.startDate", "date_parsing");
        assertInvalid(get("/api/sample/xyz?needed=1"), "path.id", "uuid_parsing");
        assertInvalid(get("/api/sample/{blank}?needed=1", " "), "path.id", "uuid_parsing");
        assertInvalid(get("/api/sample/{blank}?needed=1", "\t"), "path.id", "uuid_parsing");
        assertInvalid(get("/api/sample/00000000-0000-4000-8000-000000000001"), "query.needed", "missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x10", "-0x1", "#10", "1 0", "1_0", "1.5", "1e1", "\u0661", "99999999999999999999", "+", "--1"})
    void knowsNoOtherNumbersThanDecimalOnes(String number) {
        assertInvalid(get("/api/sample?limit={number}", number), "query.limit", "int_parsing");
        assertInvalid(get("/api/sample/numbered/{number}", number), "path.number", "int_parsing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "+7", " 7 ", "007"})
    void readsDecimalNumbers(String number) {
        assertThat(get("/api/sample?limit={number}", number)
                        .getResponseBody()
                        .at("/data/limit")
                        .asInt())
                .isEqualTo(7);
        assertThat(get("/api/sample/numbered/{number}", number)
                        .getResponseBody()
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void refusesTooLargeBodies() {
        var answer = post("{\"amount\":1,\"name\":\"" + "x".repeat(1_100_000) + "\"}", MediaType.APPLICATION_JSON);
        assertError(answer, 413, "VALIDATION_2003");
    }

    @Test
    void knowsNoOtherRoutesAndMethods() {
        assertError(get("/api/nothing"), 404, "RESOURCE_3001");
        var wrong = client.delete()
                .uri("/api/sample")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
        assertError(wrong, 405, "SYSTEM_8001");
        assertThat(wrong.getResponseHeaders().getAllow()).isNotEmpty();
    }

    /** Methods that Spring's firewall keeps out are answered like any other that a route does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND"})
    void knowsNoOddMethods(String method) {
        var wrong = send(method, "/api/sample/failing/refused");
        assertError(wrong, 405, "SYSTEM_8001");
        assertThat(wrong.getResponseHeaders().getAllow())
                .contains(HttpMethod.GET)
                .doesNotContain(HttpMethod.POST);
        assertError(send(method, "/api/nothing"), 404, "RESOURCE_3001");
        assertError(send(method, "/api/sample/failing/a;b"), 405, "SYSTEM_8001");
        assertError(send("GET", "/api/sample/failing/a;b"), 400, "VALIDATION_2002");
    }

    @Test
    void answersRefusalsAsTheyAre() {
        var conflict = get("/api/sample/failing/refused");
        assertError(conflict, 409, "RESOURCE_3003");
        assertThat(error(conflict).get("details").get("resource").asString()).isEqualTo("sample");
        assertThat(error(conflict).has("retry_after")).isFalse();

        var limited = get("/api/sample/failing/limited");
        assertError(limited, 429, "RATE_LIMIT_7001");
        assertThat(error(limited).get("retry_after").asInt()).isEqualTo(60);
        assertThat(error(limited).get("details").isEmpty()).isTrue();
        assertThat(limited.getResponseHeaders().getFirst("Retry-After")).isEqualTo("60");
    }

    @Test
    void keepsFaultsToItself() {
        var away = get("/api/sample/failing/database");
        assertError(away, 503, "EXTERNAL_6001");
        assertThat(away.getResponseHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(error(away).has("retry_after")).isFalse();
        var fault = get("/api/sample/failing/unexpectedly");
        assertError(fault, 500, "SYSTEM_8001");
        assertThat(String.valueOf(fault.getResponseBody())).doesNotContain("secret");
    }

    private EntityExchangeResult<JsonNode> get(String uri, Object... parts) {
        return client.get()
                .uri(uri, parts)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    private EntityExchangeResult<JsonNode> send(String method, String uri) {
        return client.method(HttpMethod.valueOf(method))
                .uri(uri)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    private EntityExchangeResult<JsonNode> post(String body, MediaType type) {
        return client.post()
                .uri("/api/sample")
                .contentType(type)
                .bodyValue(body)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    private static JsonNode error(EntityExchangeResult<JsonNode> answer) {
        return answer.getResponseBody().get("error");
    }

    private static List<JsonNode> validationErrors(EntityExchangeResult<JsonNode> answer) {
        return error(answer)
                .get("details")
                .get("validation_errors")
                .valueStream()
                .toList();
    }

    private static void assertInvalid(EntityExchangeResult<JsonNode> answer, String field, String type) {
        assertError(answer, 422, "VALIDATION_2002");
        assertThat(validationErrors(answer))
                .extracting(error -> Map.entry(
                        error.get("field").asString(), error.get("type").asString()))
                .containsExactly(Map.entry(field, type));
    }

    private static void assertError(EntityExchangeResult<JsonNode> answer, int status, String code) {
        assertThat(answer.getStatus().value())
                .as("%s", answer.getResponseBody())
                .isEqualTo(status);
        assertThat(answer.getResponseBody().get("success").asBoolean()).isFalse();
        var error = error(answer);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("error_id").asString()).matches("mita_[0-9a-f]{12}");
        assertThat(error.get("timestamp").asString()).endsWith("Z");
        assertThat(error.get("details").isObject()).isTrue();
        assertThat(answer.getResponseHeaders().getFirst("X-Request-ID")).matches("req_[0-9a-f]{12}");
        assertThat(answer.getResponseHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }
}
