package app.mita.query.onboarding;

import app.mita.api.onboarding.QuestionnaireView;
import app.mita.api.wire.Envelope;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** What onboarding asks (core.md section 5). */
@RestController
@RequestMapping("/api/onboarding")
class OnboardingController {

    private static final String AMOUNT = "float";
    private static final String COUNT = "int";

    private static final QuestionnaireView QUESTIONNAIRE = new QuestionnaireView(
            List.of(),
            types(AMOUNT, "monthly_income", "additional_income"),
            List.of(
                    "rent_or_mortgage",
                    "utilities",
                    "subscriptions",
                    "loans",
                    "insurance",
                    "childcare_or_education",
                    "other_fixed"),
            types(
                    COUNT,
                    "dining_out_per_month",
                    "entertainment_per_month",
                    "clothing_per_month",
                    "travel_per_year",
                    "coffee_per_week",
                    "transport_per_month"),
            goals());

    private final Responses responses;

    OnboardingController(Responses responses) {
        this.responses = responses;
    }

    @GetMapping("/questions")
    ResponseEntity<Envelope<?>> questions(ServerWebExchange exchange) {
        return responses.of(exchange, Answer.ok("What we would like to know.", QUESTIONNAIRE));
    }

    private static Map<String, String> goals() {
        var goals = types(AMOUNT, "savings_goal_amount_per_month");
        goals.put("savings_goal_type", "str");
        goals.put("has_emergency_fund", "bool");
        return goals;
    }

    private static Map<String, String> types(String type, String... names) {
        var types = new LinkedHashMap<String, String>();
        for (var name : names) {
            types.put(name, type);
        }
        return types;
    }
}
