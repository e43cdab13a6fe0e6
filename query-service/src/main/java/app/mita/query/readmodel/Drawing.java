package app.mita.query.readmodel;

import java.time.Instant;
import java.util.List;

/**
 * A screen's data as JSON bytes, which are never changed, and what makes it out of date.
 *
 * @param sources every document that was looked at
 * @param from    the moment that it was drawn for
 * @param until   the next moment at which the same documents may look different; {@link Instant#MAX} for never
 */
record Drawing(List<Held> sources, byte[] json, Instant from, Instant until) {

    boolean holdsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
