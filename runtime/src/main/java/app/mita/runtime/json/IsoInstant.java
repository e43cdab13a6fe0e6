package app.mita.runtime.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Instants as they are written in events and documents, {@code 2026-11-25T08:29:53.084933Z}: ISO 8601 in UTC with up to
 * nine decimals. Reading a log is to a third reading times when {@link java.time.format.DateTimeFormatter} does it.
 */
public final class IsoInstant {

    private static final int SECONDS_END = 19;
    private static final int DAY_SECONDS = 86_400;
    private static final int NANO_DIGITS = 9;

    private IsoInstant() {}

    /**
     * As {@link Instant#parse} does, whatever form the text has.
     *
     * @throws DateTimeException for text that is no instant
     */
    public static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int end = text.length() - 1;
        int nanos = 0;
        for (int digit = 0; digit < NANO_DIGITS; digit++) {
            int at = SECONDS_END + 1 + digit;
            nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
        }
        return Instant.ofEpochSecond(day * DAY_SECONDS + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        boolean decimals = end > SECONDS_END;
        if (end < SECONDS_END || end > SECONDS_END + 1 + NANO_DIGITS || decimals && end == SECONDS_END + 1) {
            return false;
        }
        for (int at = 0; at < end; at++) {
            char c = text.charAt(at);
            boolean fits =
                    switch (at) {
                        case 4, 7 -> c == '-';
                        case 10 -> c == 'T';
                        case 13, 16 -> c == ':';
                        case SECONDS_END -> c == '.';
                        default -> c >= '0' && c <= '9';
                    };
            if (!fits) {
                return false;
            }
        }
        return text.charAt(end) == 'Z';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    /** What is not in the usual form is Jackson's to read or to refuse. */
    static final class Reader extends StdDeserializer<Instant> {

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            var text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
            if (isUsual(text)) {
                try {
                    return usual(text);
                } catch (DateTimeException noSuchTime) {
                    // Jackson says so in the way of every other value.
                }
            }
            return InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }
}
