package app.mita.domain.golden;

import app.mita.api.money.Money;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that the original system answered, or that follow from the contract's text. */
public record Golden(String id, JsonNode given, JsonNode then) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public static Stream<Golden> cases(String name) {
        return StreamSupport.stream(read(name).spliterator(), false)
                .map(entry -> new Golden(entry.get("id").asString(), entry.get("given"), entry.get("then")));
    }

    public static JsonNode read(String name) {
        return JSON.readTree(Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name + ".json")));
    }

    public static Money money(JsonNode amount) {
        return amount.isString() ? Money.of(amount.asString()) : Money.of(amount.decimalValue());
    }

    @Override
    public String toString() {
        return id;
    }
}
