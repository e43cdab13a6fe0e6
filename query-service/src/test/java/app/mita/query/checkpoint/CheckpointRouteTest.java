package app.mita.query.checkpoint;

import app.mita.query.SentQueryTest;
import org.junit.jupiter.api.Test;

class CheckpointRouteTest extends SentQueryTest {

    @Test
    void isNotThere() {
        for (var body : new String[] {"{\"calendar\": " + thirtyDays() + ", \"income\": 6000.0, \"day\": 24}", "x"}) {
            post("/api/checkpoint/today", body)
                    .expectStatus()
                    .isEqualTo(501)
                    .expectBody()
                    .json("{\"success\": false, \"error\": {\"code\": \"SYSTEM_8001\", \"details\": {}}}");
        }
    }
}
