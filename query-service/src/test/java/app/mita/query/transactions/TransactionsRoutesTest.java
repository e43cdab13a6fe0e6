package app.mita.query.transactions;

import app.mita.api.transactions.Category;
import app.mita.api.transactions.MerchantDocument;
import app.mita.api.transactions.TransactionView;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionsRoutesTest extends QueryServiceTest {

    private TransactionView spent(String at, Category category, String amount, String description) {
        var transaction = Examples.transaction(user, Instant.parse(at), category, amount, description);
        rows.put(
                "transaction",
                1,
                user,
                transaction.id().toString(),
                transaction,
                1,
                transaction.spentAt(),
                category.word());
        return transaction;
    }

    @Test
    void anEmptyListIsAList() {
        get("/api/transactions/").json("{\"data\": []}");
        get("/api/transactions").json("{\"data\": []}");
    }

    @Test
    void theListIsNewestFirstInPagesWithEveryKey() {
        spent("2026-11-20T10:00:00Z", Category.FOOD, "1", "first");
        spent("2026-11-21T10:00:00Z", Category.PETS, "2.5", "second");
        spent("2026-11-22T10:00:00Z", Category.FOOD, "3", "third");
        get("/api/transactions/?skip=1&limit=1")
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .json("""
                        {"data": [{"user_id": "%s", "category": "pets", "amount": 2.5, "currency": "USD",
                          "description": "second", "merchant": null, "location": null, "tags": null,
                          "is_recurring": false, "confidence_score": null, "receipt_url": null, "notes": null,
                          "goal_id": null, "spent_at": "2026-11-21T10:00:00Z", "created_at": "2026-11-21T10:00:00Z",
                          "updated_at": "2026-11-21T10:00:00Z", "deleted_at": null}]}""".formatted(user));
        get("/api/transactions?category=%20FOOD")
                .jsonPath("$.data.length()")
                .isEqualTo(2)
                .jsonPath("$.data[0].description")
                .isEqualTo("third");
    }

    @Test
    void datesAreTheUsersOwnAndAnEndDateIsAWholeDay() {
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard().zone("America/New_York").document(),
                1);
        spent("2026-11-21T04:59:00Z", Category.FOOD, "1", "the 20th in New York");
        spent("2026-11-21T05:00:00Z", Category.FOOD, "1", "the 21st");
        spent("2026-11-22T04:59:59.999999Z", Category.FOOD, "1", "still the 21st");
        spent("2026-11-22T05:00:00Z", Category.FOOD, "1", "the 22nd");
        get("/api/transactions/?start_date=2026-11-21&end_date=2026-11-21")
                .jsonPath("$.data.length()")
                .isEqualTo(2);
        get("/api/transactions/?start_date=2026-11-21T00:00:00&end_date=2026-11-22T00:00:00")
                .jsonPath("$.data.length()")
                .isEqualTo(3);
        get("/api/transactions/?start_date=2026-11-21T05:00:00Z&end_date=2026-11-21T05:00:00Z")
                .jsonPath("$.data.length()")
                .isEqualTo(1);
        // a client that forgets to encode its plus
        get("/api/transactions/?start_date=2026-11-21T06:00:00+01:00&end_date=2026-11-21T06:00:00%2B01:00")
                .jsonPath("$.data.length()")
                .isEqualTo(1);
        get("/api/transactions/by-date?date=2026-11-21")
                .jsonPath("$.data.count")
                .isEqualTo(2);
        get("/api/transactions/by-date?start_date=2026-11-21&end_date=2026-11-22")
                .jsonPath("$.data.count")
                .isEqualTo(3)
                .jsonPath("$.data.start_date")
                .isEqualTo("2026-11-21")
                .jsonPath("$.data.end_date")
                .isEqualTo("2026-11-22")
                .jsonPath("$.data.transactions[0].description")
                .isEqualTo("the 22nd")
                .jsonPath("$.data.transactions[0].length()")
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "skip=-1,VALIDATION_2003",
        "limit=0,VALIDATION_2003",
        "limit=1001,VALIDATION_2003",
        "limit=many,VALIDATION_2002",
        "skip=99999999999999999999,VALIDATION_2002",
        "category=yacht,VALIDATION_2009",
        "start_date=yesterday,VALIDATION_2002",
        "end_date=2026-02-30,VALIDATION_2002",
        "start_date=-9999-01-01,VALIDATION_2002",
        "start_date=%2B999999999-01-01,VALIDATION_2002",
        "start_date=0000-01-01,VALIDATION_2002",
        "start_date=,VALIDATION_2002",
        "start_date=2026-11-02&end_date=2026-11-01,VALIDATION_2007",
        "start_date=2024-11-01&end_date=2026-11-02,VALIDATION_2007",
    })
    void aListThatMakesNoSenseIsRefused(String query, String code) {
        refused("/api/transactions/?" + query, 422, code);
    }

    @Test
    void twoYearsAreNotTooMuch() {
        get("/api/transactions/?start_date=2024-11-01&end_date=2026-11-01").json("{\"data\": []}");
    }

    @Test
    void refusalsTellTheLimits() {
        refused("/api/transactions/?limit=0", 422, "VALIDATION_2003")
                .json("{\"error\": {\"details\": {\"provided_limit\": 0, \"minimum\": 1, \"maximum\": 1000}}}");
        refused("/api/transactions/?category=nope", 422, "VALIDATION_2009")
                .jsonPath("$.error.details.valid_categories.length()")
                .isEqualTo(22)
                .jsonPath("$.error.details.valid_categories[0]")
                .isEqualTo("food");
    }

    @Test
    void oneTransactionIsItsOwnersAlone() {
        var mine = spent("2026-11-20T10:00:00Z", Category.FOOD, "1", "mine");
        get("/api/transactions/" + mine.id()).jsonPath("$.data.description").isEqualTo("mine");
        get("/api/transactions/" + mine.id() + "/")
                .jsonPath("$.data.id")
                .isEqualTo(mine.id().toString());
        client(UUID.randomUUID())
                .get()
                .uri("/api/transactions/" + mine.id())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("RESOURCE_3001")
                .jsonPath("$.error.details.transaction_id")
                .isEqualTo(mine.id().toString());
        refused("/api/transactions/" + UUID.randomUUID(), 404, "RESOURCE_3001");
        refused("/api/transactions/xyz", 422, "VALIDATION_2011")
                .jsonPath("$.error.details")
                .isEmpty();
        refused("/api/transactions/1-1-1-1-1", 422, "VALIDATION_2011");
    }

    @Test
    void byDateNeedsDates() {
        refused("/api/transactions/by-date", 422, "VALIDATION_2002")
                .jsonPath("$.error.details.validation_errors[0].field")
                .isEqualTo("query.start_date")
                .jsonPath("$.error.details.validation_errors[0].type")
                .isEqualTo("missing");
        refused("/api/transactions/by-date?start_date=2026-11-01", 422, "VALIDATION_2002");
        refused("/api/transactions/by-date?start_date=2026-11-01&end_date=2020-01-01", 422, "VALIDATION_2007");
    }

    @Test
    void merchantsAreSuggestedByPartOfTheirNameTheMostFrequentFirst() {
        for (int i = 0; i < 12; i++) {
            rows.put("merchant", user, "star shop " + i, new MerchantDocument("Star Shop " + i, Category.FOOD, i), 1);
        }
        rows.put("merchant", user, "moon", new MerchantDocument("Moon", Category.PETS, 100), 1);
        rows.put("merchant", user, "100%_pure", new MerchantDocument("100%_Pure", Category.PETS, 1), 1);
        get("/api/transactions/merchants/suggestions?query=STAR")
                .jsonPath("$.data.suggestions.length()")
                .isEqualTo(10)
                .jsonPath("$.data.suggestions[0].name")
                .isEqualTo("Star Shop 11")
                .jsonPath("$.data.suggestions[0].category")
                .isEqualTo("food")
                .jsonPath("$.data.suggestions[0].frequency")
                .isEqualTo(11)
                .jsonPath("$.data.query")
                .isEqualTo("STAR");
        get("/api/transactions/merchants/suggestions")
                .jsonPath("$.data.suggestions[0].name")
                .isEqualTo("Moon");
        get("/api/transactions/merchants/suggestions?query=%25_p")
                .jsonPath("$.data.suggestions.length()")
                .isEqualTo(1);
        get("/api/transactions/merchants/suggestions?query=none")
                .jsonPath("$.data.suggestions")
                .isEmpty();
        refused("/api/transactions/merchants/suggestions?query=%00", 422, "VALIDATION_2002");
        refused("/api/transactions/merchants/suggestions?query=" + "x".repeat(201), 422, "VALIDATION_2002");
    }
}
