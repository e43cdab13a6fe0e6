package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The original's end-to-end conversation about tokens, and what a thief of a token meets. */
class SessionsTest {

    @Test
    void aRefreshTokenWorksOnceAndItsReuseEndsTheRefreshing() {
        var person = Person.registered(RunningSystem.api());
        var rotated = refresh(person, person.refreshToken());
        assertThat(rotated.status()).isEqualTo(200);
        var newAccess = rotated.data().path("access_token").asString();
        var newRefresh = rotated.data().path("refresh_token").asString();
        assertThat(refresh(person, person.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(person, newRefresh).status()).isEqualTo(401);
        var logout = person.anonymous()
                .bearing(newAccess)
                .post("/api/auth/logout", "{\"refresh_token\": \"%s\"}".formatted(newRefresh));
        assertThat(logout.status()).as(logout.toString()).isEqualTo(200);
        assertThat(person.anonymous().bearing(newAccess).get("/api/dashboard").status())
                .isEqualTo(401);
    }

    @Test
    void loggedOutIsRefusedFromTheNextRequestOn() {
        var person = Person.onboarded(RunningSystem.api());
        var other = person.loggedInAgain();
        assertThat(person.api().post("/api/auth/logout", "{}").status()).isEqualTo(200);
        var refused = person.api().get("/api/dashboard");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("AUTH_1005");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refresh(person, person.refreshToken()).status()).isEqualTo(401);
        assertThat(other.api().get("/api/dashboard").status()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsEveryOtherSession() {
        var person = Person.registered(RunningSystem.api());
        var other = person.loggedInAgain();
        var changed = person.api()
                .post(
                        "/api/auth/change-password?current_password=Str0ng!Pass%232026&new_password=N3w!Pass%232026x",
                        null);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(other.api().get("/api/users/me").status()).isEqualTo(401);
        assertThat(refresh(other, other.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void aDeletedAccountIsGoneEverywhere() {
        var person = Person.onboarded(RunningSystem.api());
        person.spends("3.00", "food");
        assertThat(person.api()
                        .delete("/api/auth/delete-account?confirmation=true")
                        .status())
                .isEqualTo(200);
        assertThat(person.api().get("/api/dashboard").status()).isEqualTo(401);
        assertThat(person.anonymous()
                        .post(
                                "/api/auth/login",
                                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), Person.PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anOperatorsGrantShowsAtTheNextLogin() {
        var again = Person.registered(RunningSystem.api()).granted("premium").loggedInAgain();
        var status = again.api().get("/api/users/%s/premium-status".formatted(again.id()));
        assertThat(status.data().path("is_premium").asBoolean())
                .as(status.toString())
                .isTrue();
    }

    private static Api.Answer refresh(Person person, String token) {
        return person.anonymous().post("/api/auth/refresh-token", "{\"refresh_token\": \"%s\"}".formatted(token));
    }
}
