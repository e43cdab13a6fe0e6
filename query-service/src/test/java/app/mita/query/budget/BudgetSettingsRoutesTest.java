package app.mita.query.budget;

import app.mita.api.budget.Automation;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.budget.SettingsDocument.Adaptation;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetSettingsRoutesTest extends QueryServiceTest {

    @Test
    void beforeTheUserSaysAnything() {
        get("/api/budget/mode").json("{\"data\": {\"mode\": \"default\"}}");
        get("/api/budget/automation_settings").json("""
                {"data": {"auto_adapt_enabled": true, "redistribution_enabled": true, "ai_suggestions_enabled": true,
                  "notification_threshold": 0.8}}""");
        get("/api/budget/adaptations/").json("""
                {"data": {"recent_adaptations": [], "pending_suggestions": [], "auto_adapt_enabled": true}}""");
    }

    @ParameterizedTest
    @CsvSource({"6000, default", "7200.01, balanced", "12000, balanced", "12000.01, aggressive"})
    void theModeFollowsTheIncomeUntilItIsSet(String income, String mode) {
        rows.put("dashboard", user, "", Examples.dashboard().income(income).document(), 1);
        get("/api/budget/mode").jsonPath("$.data.mode").isEqualTo(mode);
        rows.put("settings", user, "", new SettingsDocument("strict", Automation.DEFAULT, null, List.of()), 2);
        get("/api/budget/mode").jsonPath("$.data.mode").isEqualTo("strict");
    }

    @Test
    void whatTheUserSaidAndWhatWasAdapted() {
        var id = UUID.randomUUID();
        var automation = new Automation(false, false, true, new BigDecimal("0.9"));
        var before = Map.of("food", new BigDecimal("0.30"), "other", new BigDecimal("0.70"));
        var after = Map.of("food", new BigDecimal("0.35"), "other", new BigDecimal("0.65"));
        var adaptation = new Adaptation(id, before, after, Instant.parse("2026-11-01T10:00:00Z"));
        rows.put("settings", user, "", new SettingsDocument(null, automation, after, List.of(adaptation)), 1);
        get("/api/budget/automation_settings").json("""
                {"data": {"auto_adapt_enabled": false, "redistribution_enabled": false,
                  "ai_suggestions_enabled": true, "notification_threshold": 0.9}}""");
        get("/api/budget/adaptations").json("""
                {"data": {"recent_adaptations": [{"id": "%s", "before": {"food": 0.30, "other": 0.70},
                  "after": {"food": 0.35, "other": 0.65}, "at": "2026-11-01T10:00:00Z"}],
                  "pending_suggestions": [], "auto_adapt_enabled": false}}""".formatted(id));
        get("/api/budget/mode").jsonPath("$.data.mode").isEqualTo("default");
    }
}
