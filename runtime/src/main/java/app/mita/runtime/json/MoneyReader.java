package app.mita.runtime.json;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads decimals as {@link BoundedDecimal} does; what {@link MoneyWriter} writes without the decimal in between. Where
 * the property's shape is {@link Shape#NUMBER_INT}, whole numbers are cents; decimals, which always have a point in
 * documents, are what a version before wrote, and serve until the new one is built.
 */
final class MoneyReader extends StdScalarDeserializer<Money> {

    private static final BoundedDecimal DECIMAL = new BoundedDecimal();

    /** Of digits whose number fits a long in any case. */
    private static final int SAFE_LENGTH = 18;

    private final boolean inCents;

    MoneyReader(boolean inCents) {
        super(Money.class);
        this.inCents = inCents;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var format = findFormatOverrides(context, property, Money.class);
        return format.getShape() == Shape.NUMBER_INT ? new MoneyReader(true) : this;
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        if (inCents && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Money.cents(parser.getLongValue());
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            var money = cents(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
            if (money != null) {
                return money;
            }
        }
        try {
            return Money.of(DECIMAL.deserialize(parser, context));
        } catch (ArithmeticException beyondCents) {
            throw context.instantiationException(Money.class, beyondCents);
        }
    }

    /** @return null for what is not written as digits, a point and two digits */
    private static @Nullable Money cents(char[] text, int offset, int length) {
        int end = offset + length;
        int at = text[offset] == '-' ? offset + 1 : offset;
        if (length > SAFE_LENGTH || end - at < 4 || text[end - 3] != '.') {
            return null;
        }
        long cents = 0;
        for (int i = at; i < end; i++) {
            if (i == end - 3) {
                continue;
            }
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            cents = 10 * cents + digit;
        }
        return Money.cents(at > offset ? -cents : cents);
    }
}
