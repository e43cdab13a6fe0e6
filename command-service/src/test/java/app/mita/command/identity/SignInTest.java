package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.identity.CommandServiceRun.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering, logging in, refreshing, logging out: what a client sees. */
class SignInTest {

    private static CommandServiceRun service;

    @BeforeAll
    static void start() {
        service = CommandServiceRun.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void registrationAnswersTokensAndTheUser() {
        var answer = service.post(
                "/api/auth/register",
                null,
                Map.of("email", "  Ann@Example.COM ", "password", CommandServiceRun.PASSWORD, "name", "ann o'neill"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.data().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in", "user");
        assertThat(answer.data().path("user").propertyNames())
                .containsExactlyInAnyOrder("id", "email", "country", "is_premium", "created_at");
        assertThat(answer.data().path("user").path("email").asString()).isEqualTo("ann@example.com");
        assertThat(answer.data().path("expires_in").asInt()).isEqualTo(7_200);
        assertThat(answer.json()
                        .path("meta")
                        .path("welcome_info")
                        .path("onboarding_required")
                        .asBoolean())
                .isTrue();
        assertThat(service.use(answer.text("access_token"))).isEqualTo("accepted");
        var again = service.post(
                "/api/auth/register", null, Map.of("email", "ann@example.com", "password", CommandServiceRun.PASSWORD));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("RESOURCE_3002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"password": "Str0ng!pass"}                                          | body.email missing
            {"email": "not-an-email", "password": "Str0ng!pass"}                 | body.email value_error
            {"email": "a@b.co", "password": "short1A"}                           | body.password value_error
            {"email": "a@b.co", "password": "Str0ng!pass", "country": "USA"}     | body.country string_pattern_mismatch
            {"email": "a@b.co", "password": "Str0ng!pass", "name": "x"}          | body.name value_error
            {"email": "a@b.co", "password": "Str0ng!pass", "annual_income": -1}  | body.annual_income greater_than_equal
            {"email": "a@b.co", "password": "Str0ng!pass", "annual_income": 1.005} | body.annual_income decimal_max_places
            {"email": "a@b.co", "password": "Str0ng!pass", "annual_income": "x"} | body.annual_income float_parsing
            {"email": 5, "password": "Str0ng!pass"}                              | body.email string_type
            """)
    void registrationNamesWhatIsWrong(String body, String violation) {
        var answer = service.post("/api/auth/register", null, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("VALIDATION_2002");
        assertThat(answer.firstViolation()).isEqualTo(violation);
    }

    @Test
    void ofRegistrationsOfOneAddressAtTheSameMomentOneSucceeds() {
        var body = Map.of("email", "race@example.com", "password", CommandServiceRun.PASSWORD);
        var answers = atOnce(8, () -> service.sendAsync("POST", "/api/auth/register", null, body));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(answer.code())
                .isEqualTo("RESOURCE_3002"));
        assertThat(service.logIn("race@example.com", CommandServiceRun.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void loginAnswersAsRegistrationAndSaysWhen() {
        var person = service.register();
        var answer = service.logIn(person.email().toUpperCase(), CommandServiceRun.PASSWORD);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.data().path("user").path("id").asString()).isEqualTo(person.id());
        assertThat(answer.data().path("user").has("last_login")).isTrue();
        assertThat(answer.json().path("meta").path("login_info").propertyNames())
                .containsExactlyInAnyOrder("login_time", "client_ip", "requires_password_change");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        var wrong = service.logIn(service.register().email(), "Wrong!Pass1");
        var unknown = service.logIn("nobody@example.com", "Wrong!Pass1");
        for (var answer : List.of(wrong, unknown)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("AUTH_1001");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(wrong.json().path("error").path("message"))
                .isEqualTo(unknown.json().path("error").path("message"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForHalfAnHour() {
        var email = service.register().email();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(service.logIn(email, "Wrong!Pass1").code()).isEqualTo("AUTH_1001");
        }
        assertThat(service.logIn(email, "Wrong!Pass1").code()).isEqualTo("AUTH_1008");
        var right = service.logIn(email, CommandServiceRun.PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.code()).isEqualTo("AUTH_1008");
        service.clock.advance(Duration.ofMinutes(31));
        assertThat(service.logIn(email, CommandServiceRun.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void guessesAtTheSameMomentCountOneByOne() {
        var email = service.register().email();
        var guess = Map.of("email", email, "password", "Wrong!Pass1");
        var answers = atOnce(12, () -> service.sendAsync("POST", "/api/auth/login", null, guess));
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("AUTH_1001"))
                .hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("AUTH_1008"))
                .hasSize(7);
    }

    @Test
    void aRefreshTokenWorksOnceAndItsReuseEndsTheRefreshing() {
        var person = service.register();
        var rotated = service.refresh(person.refresh());
        assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
        assertThat(rotated.data().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(service.refresh(person.refresh()).code()).isEqualTo("AUTH_1006");
        assertThat(service.refresh(rotated.text("refresh_token")).code()).isEqualTo("AUTH_1006");
        assertThat(service.use(rotated.text("access_token"))).isEqualTo("accepted");
        var logout = service.post(
                "/api/auth/logout",
                rotated.text("access_token"),
                Map.of("refresh_token", rotated.text("refresh_token")));
        assertThat(logout.status()).isEqualTo(200);
        assertThat(service.use(rotated.text("access_token"))).isEqualTo("AUTH_1005");
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
    }

    @Test
    void ofRefreshesAtTheSameMomentOneSucceeds() {
        var token = Map.of("refresh_token", service.register().refresh());
        var answers = atOnce(6, () -> service.sendAsync("POST", "/api/auth/refresh-token", null, token));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.code())
                .isEqualTo("AUTH_1006"));
    }

    @Test
    void onlyAFreshRefreshTokenOfOursRefreshes() {
        var person = service.register();
        assertThat(service.refresh("garbage").code()).isEqualTo("AUTH_1003");
        assertThat(service.refresh(person.access()).code()).isEqualTo("AUTH_1003");
        var parts = person.refresh().split("\\.");
        assertThat(service.refresh(parts[0] + "." + parts[1] + "." + "A".repeat(86))
                        .code())
                .isEqualTo("AUTH_1003");
        assertThat(service.use(person.refresh())).isEqualTo("AUTH_1003");
        service.clock.advance(Duration.ofDays(8));
        assertThat(service.refresh(person.refresh()).code()).isEqualTo("AUTH_1002");
        assertThat(service.use(person.access())).isEqualTo("AUTH_1002");
    }

    @Test
    void logoutEndsTheSessionAndThatOfTheTokenSentAlong() {
        var person = service.register();
        var second = service.logIn(person.email(), CommandServiceRun.PASSWORD);
        var third = service.logIn(person.email(), CommandServiceRun.PASSWORD);
        var logout = service.post(
                "/api/auth/logout", person.access(), Map.of("refresh_token", second.text("refresh_token")));
        assertThat(logout.status()).isEqualTo(200);
        assertThat(logout.data().has("logout_time")).isTrue();
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(service.use(second.text("access_token"))).isEqualTo("AUTH_1005");
        assertThat(service.use(third.text("access_token"))).isEqualTo("accepted");
        assertThat(service.post("/api/auth/logout", null, null).status()).isEqualTo(401);
        assertThat(service.post("/api/auth/logout", third.text("access_token"), Map.of("refresh_token", "garbage"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void revokeEndsOneAccessTokenOnly() {
        var person = service.register();
        assertThat(service.post("/api/auth/revoke", person.access(), null).status())
                .isEqualTo(200);
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(200);
    }

    @Test
    void validateTellsAboutTheToken() {
        var person = service.register();
        var answer = service.get("/api/auth/token/validate", person.access());
        assertThat(answer.text("user_id")).isEqualTo(person.id());
        var told = answer.data().path("token_validation");
        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder(
                        "valid",
                        "jti_present",
                        "user_id_present",
                        "token_type_valid",
                        "not_expired",
                        "issued_recently",
                        "time_to_expiry",
                        "is_blacklisted");
        assertThat(told.path("time_to_expiry").asDouble()).isBetween(7_100.0, 7_200.0);
    }

    @Test
    void tokensAndAccountsOutliveARestart() {
        var person = service.register();
        service = service.restarted();
        assertThat(service.use(person.access())).isEqualTo("accepted");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(200);
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(200);
    }

    private static List<Answer> atOnce(int times, java.util.function.Supplier<CompletableFuture<Answer>> request) {
        var sent = new ArrayList<>(
                IntStream.range(0, times).mapToObj(each -> request.get()).toList());
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
