package app.mita.query.readmodel;

import java.time.Instant;

/**
 * An answer's data as JSON bytes; never changed once made.
 *
 * @param until the next instant at which the same document may look different; {@link Instant#MAX} for never
 */
public record Rendering(byte[] json, Instant until) {}
