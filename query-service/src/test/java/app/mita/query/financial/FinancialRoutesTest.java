package app.mita.query.financial;

import app.mita.query.Examples;
import app.mita.query.SentQueryTest;
import app.mita.query.Spending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialRoutesTest extends SentQueryTest {

    private static final String EVALUATE = "/api/financial/installment-evaluate";

    private void onboarded() {
        rows.put("dashboard", user, "", Examples.dashboard().onboarded().document(), 1);
    }

    @Test
    void aPaymentThatFitsIntoWhatAMonthLeaves() {
        onboarded();
        store(new Spending()
                .on("2026-11-24", "food", "42")
                .on("2026-11-02", "rent", "1500")
                .on("2026-10-20", "food", "9"));
        answer(EVALUATE, "{\"price\": \"600.00\", \"months\": 12}")
                .json("""
                {"data": {"can_afford": true, "monthly_payment": 50.0, "total_amount": 600.0, "installment_period": 12,
                   "budget_impact_assessment": "within_limits", "available_monthly": 3858.0},
                 "meta": {"analysis_type": "installment_evaluation", "generated_at": "2026-11-24T12:00:00Z",
                   "confidence_score": 0.04}}""")
                .jsonPath("$.data.reason")
                .isNotEmpty();
    }

    @Test
    void aPaymentThatDoesNot() {
        onboarded();
        answer(EVALUATE, "{\"price\": 1000000, \"months\": 60}").json("""
                {"data": {"can_afford": false, "monthly_payment": 16666.67, "total_amount": 1000000.0,
                   "budget_impact_assessment": "exceeds_limits", "available_monthly": 3900.0}}""");
    }

    @Test
    void withoutAnIncomeNothingFits() {
        answer(EVALUATE, "{\"price\": 1, \"months\": 1}").json("""
                {"data": {"can_afford": false, "monthly_payment": 1.0, "available_monthly": 0.0},
                 "meta": {"confidence_score": 0.0}}""");
    }

    @ParameterizedTest
    @CsvSource({"600, 0", "600, 99", "600, -1", "600, 2147483647"})
    void monthsOutOfRange(String price, int months) {
        post(EVALUATE, "{\"price\": \"%s\", \"months\": %d}".formatted(price, months))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("""
                {"success": false, "error": {"code": "VALIDATION_2003",
                  "details": {"min_months": 1, "max_months": 60, "provided_months": %d}}}""".formatted(months));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.99", "-5", "1000000.01", "1e50"})
    void aPriceOutOfRange(String price) {
        post(EVALUATE, "{\"price\": %s, \"months\": 12}".formatted(price))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("VALIDATION_2003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"price\": 600}",
                "{\"months\": 12}",
                "{\"price\": null, \"months\": null}",
                "{\"price\": \"much\", \"months\": 12}",
                "{\"price\": \"NaN\", \"months\": 12}",
                "{\"price\": 1e999999, \"months\": 12}",
                "{\"price\": 1.001, \"months\": 12}",
                "{\"price\": 600, \"months\": 1.5}",
                "{\"price\": 600, \"months\": \"x\"}",
                "{\"price\": 600, \"months\": 99999999999}",
                "{\"price\": {}, \"months\": []}"
            })
    void nonsenseIsRefused(String body) {
        invalid(EVALUATE, body);
    }

    /** The original's recorded answer, rounded. */
    @Test
    void howSixThousandAMonthMayBeDivided() {
        onboarded();
        get("/api/financial/dynamic-budget-method")
                .json("""
                {"data": {"personalized_method": {"method": "balanced_percentage", "needs_percentage": 69.58,
                   "wants_percentage": 17.89, "savings_percentage": 12.52, "investments_percentage": 0.0,
                   "allocations": {"housing": 0.2982, "food": 0.1193, "transport": 0.1491, "utilities": 0.0696,
                     "healthcare": 0.0596, "savings": 0.1252, "entertainment": 0.0795, "miscellaneous": 0.0994}},
                 "user_tier": "middle"}}""")
                .jsonPath("$.data.personalized_method.description")
                .isNotEmpty()
                .jsonPath("$.data.economic_justification")
                .isNotEmpty();
    }

    @Test
    void withoutAnIncomeTheEssentialsComeFirst() {
        get("/api/financial/dynamic-budget-method").json("""
                {"data": {"personalized_method": {"method": "essentials_first"}, "user_tier": "low"}}""");
    }

    @Test
    void thresholdsByType() {
        onboarded();
        get("/api/financial/dynamic-thresholds/budget_allocation").json("""
                {"data": {"threshold_type": "budget_allocation", "thresholds": {"food": 0.1193}, "user_tier": "middle"}}""");
        get("/api/financial/dynamic-thresholds/income_classification/").json("""
                {"data": {"thresholds": {"low": 36000, "lower_middle": 57600, "middle": 86400, "upper_middle": 144000}}}""");
        get("/api/financial/dynamic-thresholds/savings_target").json("""
                {"data": {"thresholds": {"savings_rate": 0.1252, "monthly_amount": 751.20}}}""");
        get("/api/financial/dynamic-thresholds/emergency_fund").json("""
                {"data": {"thresholds": {"amount": 36000.0}}}""");
        get("/api/financial/dynamic-thresholds/health_scoring").json("""
                {"data": {"thresholds": {"needs_at_most": 0.6958, "savings_at_least": 0.1252}}}""");
        get("/api/financial/dynamic-thresholds/spending_pattern").json("""
                {"data": {"thresholds": {"variable_from": 0.5, "impulse_amount_from": 50.0}}}""");
    }

    @Test
    void anUnknownTypeIsToldWhatThereIs() {
        get("/api/financial/dynamic-thresholds/x%22y")
                .jsonPath("$.data.error")
                .isNotEmpty()
                .jsonPath("$.data.available_types[0]")
                .isEqualTo("budget_allocation")
                .jsonPath("$.data.threshold_type")
                .doesNotExist();
    }

    @Test
    void aTokenIsNeeded() {
        stranger()
                .get()
                .uri("/api/financial/dynamic-budget-method")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
