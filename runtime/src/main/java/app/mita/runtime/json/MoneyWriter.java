package app.mita.runtime.json;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes what {@link Money#amount} says, without the decimal in between: a month's plan is some hundred amounts. Where
 * the property's shape is {@link Shape#NUMBER_INT}, in cents.
 */
final class MoneyWriter extends StdSerializer<Money> {

    /** Of the longest amount: the smallest long with its sign and point. */
    private static final int ROOM = 21;

    private final boolean inCents;

    MoneyWriter(boolean inCents) {
        super(Money.class);
        this.inCents = inCents;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        var format = findFormatOverrides(context, property, Money.class);
        return format.getShape() == Shape.NUMBER_INT ? new MoneyWriter(true) : this;
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
        if (inCents) {
            json.writeNumber(money.cents());
        } else {
            writeDecimal(money.cents(), json);
        }
    }

    private static void writeDecimal(long cents, JsonGenerator json) {
        var text = new char[ROOM];
        int at = ROOM;
        // Negative all along: the smallest long has no positive counterpart.
        long rest = cents < 0 ? cents : -cents;
        for (int digits = 0; digits < 3 || rest != 0; digits++) {
            if (digits == 2) {
                text[--at] = '.';
            }
            text[--at] = (char) ('0' - rest % 10);
            rest /= 10;
        }
        if (cents < 0) {
            text[--at] = '-';
        }
        json.writeNumber(text, at, ROOM - at);
    }
}
