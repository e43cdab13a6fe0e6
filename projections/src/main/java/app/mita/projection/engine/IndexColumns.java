package app.mita.projection.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of documents is ordered by and filtered on.
 *
 * @param sortAt column {@code sort_at}
 * @param facet  column {@code facet}, such as a category
 */
public record IndexColumns(
        @Nullable Instant sortAt, @Nullable String facet) {}
