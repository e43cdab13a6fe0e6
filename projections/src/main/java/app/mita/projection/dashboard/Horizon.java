package app.mita.projection.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How far back a screen that is drawn after an event may still look: to the week before the month of its day. The user
 * may move to any zone and nodes' clocks differ, so the event's day is taken to be the earliest that it can be anywhere
 * on earth, on a clock that is a day late. Nothing here depends on the zone, so what is dropped is never missed.
 *
 * @param month the earliest month that may be the current one
 */
record Horizon(YearMonth month) {

    /** The westernmost zone is 12 hours behind UTC. */
    private static final Duration LATE = Duration.ofHours(12).plusDays(1);

    private static final int DAYS_BEFORE_MONTH = 8;

    static Horizon after(Instant event) {
        return new Horizon(YearMonth.from(event.minus(LATE).atOffset(ZoneOffset.UTC)));
    }

    LocalDate firstDay() {
        return month.atDay(1).minusDays(DAYS_BEFORE_MONTH);
    }

    YearMonth firstMonth() {
        return YearMonth.from(firstDay());
    }
}
