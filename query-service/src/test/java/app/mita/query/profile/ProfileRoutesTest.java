package app.mita.query.profile;

import app.mita.api.event.PersonalText;
import app.mita.api.identity.Role;
import app.mita.api.money.Money;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.profile.ProfileDocument;
import app.mita.query.QueryServiceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRoutesTest extends QueryServiceTest {

    private void profile(boolean premium) {
        var details = new ProfileDetails(
                new PersonalText("ann@example.com"),
                null,
                "US",
                null,
                null,
                null,
                null,
                "UTC",
                Money.ZERO,
                Money.of("6000"),
                Money.ZERO,
                new PersonalText("50/30/20 Rule"),
                "USD",
                true,
                false,
                false);
        rows.put(
                "profile",
                user,
                "",
                new ProfileDocument(
                        details, Role.BASIC_USER, premium, null, null, Instant.parse("2026-11-01T10:00:00Z")),
                premium ? 2 : 1);
    }

    @Test
    void whoTheUserIs() {
        profile(false);
        get("/api/users/me").json("""
                {"data": {"id": "%s", "email": "ann@example.com", "country": "US", "created_at": "2026-11-01T10:00:00Z",
                 "timezone": "UTC", "name": "", "income": 6000.0, "savings_goal": 0.0, "budget_method": "50/30/20 Rule",
                 "currency": "USD", "region": null, "notifications_enabled": true, "dark_mode_enabled": false,
                 "has_onboarded": false, "email_verified": false, "member_since": "2026-11-01T10:00:00Z",
                 "profile_completion": 42, "verified_email": false}}""".formatted(user));
    }

    @Test
    void aUserWithoutAnyEventHasWhatNewAccountsHave() {
        get("/api/users/me")
                .jsonPath("$.data.id")
                .isEqualTo(user.toString())
                .jsonPath("$.data.has_onboarded")
                .isEqualTo(false)
                .jsonPath("$.data.income")
                .isEqualTo(0.0)
                .jsonPath("$.data.created_at")
                .isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void premiumShowsOnceItIsGranted() {
        profile(false);
        get("/api/users/" + user + "/premium-status").json("""
                {"data": {"user_id": "%s", "is_premium": false, "subscription_type": null, "expires_at": null,
                 "features": []}}""".formatted(user));
        get("/api/users/" + user + "/premium-features")
                .jsonPath("$.data.features.length()")
                .isEqualTo(4)
                .jsonPath("$.data.features[0].feature_id")
                .isEqualTo("advanced_analytics")
                .jsonPath("$.data.features[0].enabled")
                .isEqualTo(false)
                .jsonPath("$.data.total_features")
                .isEqualTo(4)
                .jsonPath("$.data.enabled_count")
                .isEqualTo(0);
        profile(true);
        get("/api/users/" + user + "/premium-status")
                .jsonPath("$.data.is_premium")
                .isEqualTo(true)
                .jsonPath("$.data.features.length()")
                .isEqualTo(4);
        get("/api/users/" + user + "/premium-features")
                .jsonPath("$.data.enabled_count")
                .isEqualTo(4);
    }

    @Test
    void nothingWasBoughtYet() {
        get("/api/users/" + user + "/subscription-history").json("""
                {"data": {"user_id": "%s", "subscriptions": [], "total_spent": 0.0, "active_since": null,
                 "subscription_count": 0}}""".formatted(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"premium-status", "premium-features", "subscription-history"})
    void anotherUsersAccountIsNotShown(String what) {
        refused("/api/users/" + UUID.randomUUID() + "/" + what, 403, "AUTH_1007");
        for (var malformed : new String[] {"someone", "%20", "%09"}) {
            refused("/api/users/" + malformed + "/" + what, 422, "VALIDATION_2002")
                    .jsonPath("$.error.details.validation_errors[0].field")
                    .isEqualTo("path.user_id")
                    .jsonPath("$.error.details.validation_errors[0].type")
                    .isEqualTo("uuid_parsing");
        }
    }
}
