package app.mita.projection.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When a user was active. */
@Component
final class UserActivity {

    private static final int BARS = 60;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 60;

    private final DatabaseClient database;

    UserActivity(DatabaseClient database) {
        this.database = database;
    }

    /** The user's events before and after a position; null where there is none. */
    record Around(@Nullable Long earlier, @Nullable Long later) {}

    /** A bar of the chart, in SVG's units. */
    record Bar(String x, String y, String width, String height, String tone) {}

    /**
     * All that a user did, by number.
     *
     * @param first  position of the user's first event
     * @param last   the same of the last
     * @param counts of events, in equal stretches of time
     * @param ends   the last position in each stretch
     */
    record Active(long first, long last, long events, Instant begin, Instant end, List<Long> counts, List<Long> ends) {

        public String label() {
            return Words.count(events, "event") + " from " + Words.time(begin) + " to " + Words.time(end);
        }

        /** Events up to this position are marked as past. */
        List<Bar> chart(long until) {
            long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
            double width = (double) WIDTH / BARS;
            var bars = new ArrayList<Bar>();
            for (int i = 0; i < counts.size(); i++) {
                if (counts.get(i) > 0) {
                    double height = Math.max(2, (double) HEIGHT * counts.get(i) / most);
                    bars.add(new Bar(
                            decimal(i * width + 1),
                            decimal(HEIGHT - height),
                            decimal(width - 2),
                            decimal(height),
                            ends.get(i) <= until ? "past" : "future"));
                }
            }
            return bars;
        }

        private static String decimal(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }

    /** Empty when the log has no event of this user. */
    Mono<Active> of(UUID user) {
        return database.sql("""
            select min(position), max(position), count(*), min(occurred_at), max(occurred_at)
            from event_store.event where user_id = :user having count(*) > 0
            """)
                .bind("user", user)
                .map(row -> new Active(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, Long.class)),
                        Objects.requireNonNull(row.get(2, Long.class)),
                        Objects.requireNonNull(row.get(3, Instant.class)),
                        Objects.requireNonNull(row.get(4, Instant.class)),
                        new ArrayList<>(Collections.nCopies(BARS, 0L)),
                        new ArrayList<>(Collections.nCopies(BARS, 0L))))
                .one()
                .flatMap(active -> counted(user, active));
    }

    Mono<Around> around(UUID user, long position) {
        return database.sql("""
            select (select max(position) from event_store.event where user_id = :user and position < :position),
              (select min(position) from event_store.event where user_id = :user and position > :position)
            """)
                .bind("user", user)
                .bind("position", position)
                .map(row -> new Around(row.get(0, Long.class), row.get(1, Long.class)))
                .one();
    }

    private Mono<Active> counted(UUID user, Active active) {
        return database.sql("""
            select least(:bars, 1 + floor(:bars * extract(epoch from occurred_at - :begin)
                / greatest(1, extract(epoch from cast(:end as timestamptz) - :begin))))::int, count(*), max(position)
            from event_store.event where user_id = :user group by 1
            """)
                .bind("bars", BARS)
                .bind("begin", active.begin)
                .bind("end", active.end)
                .bind("user", user)
                .map(row -> {
                    int bar = Objects.requireNonNull(row.get(0, Integer.class)) - 1;
                    active.counts.set(bar, row.get(1, Long.class));
                    active.ends.set(bar, row.get(2, Long.class));
                    return bar;
                })
                .all()
                .then(Mono.just(active));
    }
}
