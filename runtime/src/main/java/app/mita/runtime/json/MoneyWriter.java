package app.mita.runtime.json;

import app.mita.api.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes what {@link Money#amount} says, without the decimal in between: a month's plan is some hundred amounts. */
final class MoneyWriter extends StdSerializer<Money> {

    private static final String ZERO = "0.00";

    MoneyWriter() {
        super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
        json.writeNumber(text(money.cents()));
    }

    /** As BigDecimal writes it, the smallest long too. */
    private static String text(long cents) {
        if (cents == 0) {
            return ZERO;
        }
        long dollars = cents / 100;
        long rest = Math.abs(cents % 100);
        var text = new StringBuilder(16);
        if (cents < 0 && dollars == 0) {
            text.append('-');
        }
        text.append(dollars).append('.');
        if (rest < 10) {
            text.append('0');
        }
        return text.append(rest).toString();
    }
}
