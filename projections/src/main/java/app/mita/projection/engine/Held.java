package app.mita.projection.engine;

import org.jspecify.annotations.Nullable;

/**
 * A document in memory.
 *
 * @param document null when there is none under the key
 * @param epoch    of the claim under which it was read or written; under another claim it counts for nothing
 * @param length   of its JSON, in characters
 */
record Held(@Nullable Object document, long epoch, int length) {}
