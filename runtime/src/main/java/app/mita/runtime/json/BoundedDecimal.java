package app.mita.runtime.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Decimals as numbers or as strings. Refuses an exponent that no amount has: {@code 1e999999999} is short to write
 * but, once anything computes with it, a gigabyte of digits.
 */
final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MAX_DIGITS = 100;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        var number =
                switch (parser.currentToken()) {
                    case JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                    case JsonToken.VALUE_STRING -> parse(parser.getString(), context);
                    default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
                };
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw context.weirdNumberException(number.signum(), BigDecimal.class, "too many digits");
        }
        return number;
    }

    private static BigDecimal parse(String text, DeserializationContext context) {
        var digits = text.strip();
        if (digits.length() <= MAX_DIGITS) {
            try {
                return new BigDecimal(digits);
            } catch (NumberFormatException notDecimal) {
                // refused below
            }
        }
        throw context.weirdStringException("", BigDecimal.class, "not a decimal number");
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Float;
    }
}
