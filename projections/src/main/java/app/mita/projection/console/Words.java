package app.mita.projection.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as people read them. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SECONDS = 60;
    private static final int HOURS = 3_600;
    private static final int DAYS = 86_400;

    private Words() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 event}, {@code 2,000 events}. */
    static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Per second. */
    static String rate(double rate) {
        return rate >= 10 || rate == 0 ? number(Math.round(rate)) : String.format(Locale.ROOT, "%.1f", rate);
    }

    static String seconds(double seconds) {
        if (seconds < 0.05) {
            return "0 s";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < SECONDS) {
            return whole + " s";
        }
        if (whole < HOURS) {
            return whole / SECONDS + " min " + whole % SECONDS + " s";
        }
        return whole < DAYS
                ? whole / HOURS + " h " + whole % HOURS / SECONDS + " min"
                : number(whole / DAYS) + " d " + whole % DAYS / HOURS + " h";
    }

    /** In UTC; empty for none. */
    static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant) + " UTC";
    }

    static String ago(Instant then, Instant now) {
        return seconds(Math.max(0, Duration.between(then, now).toMillis() / 1000.0)) + " ago";
    }
}
