package app.mita.query.transactions;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.util.Map;

/** A part of a list. */
record Page(int skip, int limit) {

    private static final int MOST = 1000;

    /** @throws Refused OUT_OF_RANGE unless skip is 0 or more and limit 1 to 1000 */
    static Page of(int skip, int limit) {
        if (skip < 0) {
            throw new Refused(
                    ErrorCode.OUT_OF_RANGE,
                    "How many to skip must not be negative.",
                    Map.of("provided_skip", skip, "minimum", 0));
        }
        if (limit < 1 || limit > MOST) {
            throw new Refused(
                    ErrorCode.OUT_OF_RANGE,
                    "A list has 1 to 1000 entries.",
                    Map.of("provided_limit", limit, "minimum", 1, "maximum", MOST));
        }
        return new Page(skip, limit);
    }
}
