package app.mita.query;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** For queries that are sent as POST. */
public abstract class SentQueryTest extends QueryServiceTest {

    protected WebTestClient.ResponseSpec post(String path, String body) {
        return client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** The answer's body, which must be a success. */
    protected WebTestClient.BodyContentSpec answer(String path, String body) {
        return post(path, body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.message")
                .isNotEmpty();
    }

    /** The body breaks the route's schema. */
    protected void invalid(String path, String body) {
        post(path, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.error.code")
                .isEqualTo("VALIDATION_2002")
                .jsonPath("$.error.details.validation_errors[0].field")
                .isNotEmpty();
    }

    protected void store(Spending spending) {
        spending.documents().forEach((month, document) -> rows.put("analytics", user, month, document, 1));
    }

    /** A month of thirty alike days, as the original was asked with. */
    protected static String thirtyDays() {
        var days = new StringBuilder("[");
        for (int day = 1; day <= 30; day++) {
            days.append(day > 1 ? "," : "").append("""
                    {"date": "2026-11-%1$02d", "day": %1$d, "total": 10.0, "planned_budget": {"food": 20.0},
                     "actual_spending": {"food": 10.0}, "limit": 20.0, "status": {"food": "within"}}""".formatted(day));
        }
        return days.append("]").toString();
    }
}
