package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.identity.CommandServiceRun.Answer;
import app.mita.command.identity.CommandServiceRun.Person;
import app.mita.embedded.TestBackend;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PATCH /api/users/me as a client sees it. */
class ProfileChangeTest {

    private final CommandServiceRun service = CommandServiceRun.shared();

    @Test
    void everyFieldIsApplied() {
        var person = service.register();
        var answer = patch(person, """
                {"name": "mary-ann o'neil", "country": "ca", "timezone": "America/Toronto", "income": "4200.505",
                 "savings_goal": 300, "budget_method": "Zero-based", "currency": "cad", "region": "CA-ON",
                 "notifications_enabled": false, "dark_mode_enabled": true}""");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.data().propertyNames())
                .containsExactly(
                        "id",
                        "email",
                        "country",
                        "created_at",
                        "timezone",
                        "name",
                        "income",
                        "savings_goal",
                        "budget_method",
                        "currency",
                        "region",
                        "notifications_enabled",
                        "dark_mode_enabled",
                        "has_onboarded",
                        "email_verified",
                        "member_since",
                        "profile_completion",
                        "verified_email");
        assertThat(answer.text("name")).isEqualTo("Mary-Ann O'Neil");
        assertThat(answer.text("country")).isEqualTo("CA");
        assertThat(answer.text("timezone")).isEqualTo("America/Toronto");
        assertThat(answer.data().path("income").decimalValue()).isEqualByComparingTo("4200.51");
        assertThat(answer.text("region")).isEqualTo("CA-ON");
        assertThat(answer.data().path("dark_mode_enabled").asBoolean()).isTrue();
        assertThat(answer.data().path("profile_completion").asInt()).isEqualTo(85);
        var cleared = patch(person, "{\"name\": \"\", \"region\": \" \", \"country\": null}");
        assertThat(cleared.text("name")).isEmpty();
        assertThat(cleared.data().path("region").isNull()).isTrue();
        assertThat(cleared.text("country")).isEqualTo("CA");
    }

    @Test
    void aNewAddressReplacesTheOldOne() {
        var person = service.register();
        var next = TestBackend.freshName("moved") + "@example.com";
        assertThat(patch(person, Map.of("email", next.toUpperCase())).text("email"))
                .isEqualTo(next);
        assertThat(service.logIn(next, CommandServiceRun.PASSWORD).status()).isEqualTo(200);
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(401);
        assertThat(service.post(
                                "/api/auth/register",
                                null,
                                Map.of("email", person.email(), "password", CommandServiceRun.PASSWORD))
                        .status())
                .isEqualTo(201);
        assertThat(patch(person, Map.of("email", next)).status()).isEqualTo(200);
    }

    @Test
    void anAddressInUseIsRefused() {
        var person = service.register();
        var refused = patch(person, Map.of("email", service.register().email()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("RESOURCE_3002");
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"income": "lots"}         | body.income float_parsing
            {"income": -1}             | body.income greater_than_equal
            {"income": 100000000}      | body.income less_than_equal
            {"email": "not-an-email"}  | body.email value_error
            {"name": "7"}              | body.name value_error
            {"country": "U1"}          | body.country string_pattern_mismatch
            {"dark_mode_enabled": "x"} | body.dark_mode_enabled bool_parsing
            """)
    void whatIsWrongIsNamed(String body, String violation) {
        var answer = patch(service.register(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.firstViolation()).isEqualTo(violation);
    }

    private Answer patch(Person person, Object body) {
        return service.send("PATCH", "/api/users/me", person.access(), body);
    }
}
