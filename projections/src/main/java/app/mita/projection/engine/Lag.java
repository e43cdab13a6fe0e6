package app.mita.projection.engine;

import app.mita.projection.engine.ProjectionStatus.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** How far behind: the slowest projection counts, for it is what a reader sees. */
final class Lag {

    private static final double NANOS_PER_SECOND = 1e9;

    private Lag() {}

    /** Events that the slowest projection has not applied, over all partitions. */
    static long events(Collection<Standing> standings) {
        return standings.stream()
                .collect(Collectors.groupingBy(Standing::projection, Collectors.summingLong(Standing::lagEvents)))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** For how long some partition has had something to apply. */
    static double seconds(Collection<Standing> standings, Instant now) {
        return standings.stream()
                        .map(standing -> standing.behind(now))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toNanos()
                / NANOS_PER_SECOND;
    }
}
