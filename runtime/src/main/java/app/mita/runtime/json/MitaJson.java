package app.mita.runtime.json;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON mapper: snake_case, ISO dates, decimals as {@link BigDecimal}, unknown properties ignored. Numbers may
 * arrive as strings (core.md section 1); text may not arrive as a number, nor a whole number as a fraction. What a
 * parser could choke on (depth, length, exponents) is bounded.
 */
public final class MitaJson {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 200;
    private static final JsonMapper MAPPER = builder().build();

    private MitaJson() {}

    /** Thread-safe and never changed. {@link PersonalText} is plain text here. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper.Builder builder() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // A field that a later version adds is absent from older events: false or 0 then.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("mita")
                        .addDeserializer(BigDecimal.class, new BoundedDecimal())
                        .addDeserializer(Instant.class, new InstantReader())
                        .addSerializer(Instant.class, new InstantWriter())
                        .addDeserializer(LocalDate.class, new DateReader())
                        .addSerializer(Money.class, new MoneyWriter(false))
                        .addDeserializer(Money.class, new MoneyReader(false))
                        .addSerializer(PersonalText.class, new PlainText.Writer())
                        .addDeserializer(PersonalText.class, new PlainText.Reader()));
    }
}
