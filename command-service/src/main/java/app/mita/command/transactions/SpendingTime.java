package app.mita.command.transactions;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When something may have been spent: from seven years back to a day ahead. */
final class SpendingTime {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int YEARS_BACK = 7;

    private SpendingTime() {}

    /** @throws Refused INVALID_DATE */
    static void check(Instant spentAt, ZoneId zone, Instant now) {
        if (spentAt.isAfter(now.plus(AHEAD))) {
            throw new Refused(ErrorCode.INVALID_DATE, "A transaction can be dated at most one day ahead.");
        }
        if (spentAt.isBefore(now.atZone(zone).minusYears(YEARS_BACK).toInstant())) {
            throw new Refused(ErrorCode.INVALID_DATE, "A transaction can be dated at most seven years back.");
        }
    }
}
