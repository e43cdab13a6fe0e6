package app.mita.query.cluster;

import app.mita.query.Examples;
import app.mita.query.SentQueryTest;
import app.mita.query.Spending;
import org.junit.jupiter.api.Test;

class ClusterRoutesTest extends SentQueryTest {

    private void label(String label) {
        client().post()
                .uri("/api/cluster/label")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data")
                .isEqualTo(label);
    }

    @Test
    void littleIsUnknown() {
        label("Unknown Cluster");
    }

    @Test
    void theLastThirtyDaysSayWhatKindOfSpenderItIs() {
        rows.put("dashboard", user, "", Examples.dashboard().income("1000").document(), 1);
        var spending = new Spending();
        for (int day = 10; day < 15; day++) {
            spending.on("2026-11-" + day, "dining", "120").on("2026-10-" + day, "rent", "900");
        }
        store(spending);
        label("Lifestyle Spender");
        answer("/api/cluster/label", "{\"profile\": {}}").jsonPath("$.data").isEqualTo("Lifestyle Spender");
    }

    @Test
    void groupsAreNotComputed() {
        post("/api/cluster/fit", "{\"user_data\": [{\"income\": 6000.0}]}")
                .expectStatus()
                .isEqualTo(501)
                .expectBody()
                .json("{\"success\": false, \"error\": {\"code\": \"SYSTEM_8001\", \"details\": {}}}")
                .jsonPath("$.error.message")
                .isNotEmpty();
        refused("/api/cluster/centroids", 501, "SYSTEM_8001");
        stranger().get().uri("/api/cluster/centroids").exchange().expectStatus().isUnauthorized();
    }
}
