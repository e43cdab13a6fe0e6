package app.mita.api.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as they are written in events and documents, {@code 2026-11-25T08:29:53.084933Z}: ISO 8601 in UTC with up to
 * nine decimals. Reading a log is to a third reading times when {@link java.time.format.DateTimeFormatter} does it, and
 * writing documents a tenth.
 */
public final class IsoInstant {

    private static final int SECONDS_END = 19;
    private static final int DAY_SECONDS = 86_400;
    private static final int NANO_DIGITS = 9;
    /** The years 0 to 9999 have four digits and no sign. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;

    private IsoInstant() {}

    /**
     * As {@link Instant#parse} does, whatever form the text has.
     *
     * @throws DateTimeException for text that is no instant
     */
    public static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    /** As {@link Instant#toString} does. */
    public static String text(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            return instant.toString();
        }
        var text = new byte[SECONDS_END + NANO_DIGITS + 2];
        var day = LocalDate.ofEpochDay(Math.floorDiv(second, DAY_SECONDS));
        int ofDay = Math.floorMod(second, DAY_SECONDS);
        write(text, 4, day.getYear(), 4);
        text[4] = '-';
        write(text, 7, day.getMonthValue(), 2);
        text[7] = '-';
        write(text, 10, day.getDayOfMonth(), 2);
        text[10] = 'T';
        write(text, 13, ofDay / 3_600, 2);
        text[13] = ':';
        write(text, 16, ofDay / 60 % 60, 2);
        text[16] = ':';
        write(text, SECONDS_END, ofDay % 60, 2);
        int end = decimals(text, instant.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Where they end: three, six or nine of them, or none. */
    private static int decimals(byte[] text, int nanos) {
        if (nanos == 0) {
            return SECONDS_END;
        }
        text[SECONDS_END] = '.';
        int first = SECONDS_END + 1;
        if (nanos % 1_000_000 == 0) {
            return write(text, first + 3, nanos / 1_000_000, 3);
        }
        if (nanos % 1_000 == 0) {
            return write(text, first + 6, nanos / 1_000, 6);
        }
        return write(text, first + NANO_DIGITS, nanos, NANO_DIGITS);
    }

    /** From the end, which is returned. */
    private static int write(byte[] text, int end, int number, int digits) {
        int rest = number;
        for (int at = end - 1; at >= end - digits; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
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

    /** Whether the text has that form, if perhaps no such time. */
    public static boolean isUsual(String text) {
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
}
