package app.mita.projection.console;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an operator should know on whichever page they are: that events could not be applied. */
@Component
final class Attention {

    private final DatabaseClient database;

    Attention(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Dead letters of the live generations.
     *
     * @param failed  events that could not be applied
     * @param waiting events behind them
     */
    record Found(long failed, long waiting, List<String> projections) {

        static final Found NOTHING = new Found(0, 0, List.of());

        public boolean any() {
            return failed > 0;
        }

        public String headline() {
            return Words.count(failed, "event") + " could not be applied in " + String.join(", ", projections);
        }

        public String consequence() {
            return waiting == 0
                    ? "What these users see is behind."
                    : Words.count(waiting, "later event") + " of the same users " + (waiting == 1 ? "waits" : "wait")
                            + " behind.";
        }

        /** Changes when there is something else to be said. */
        public String mark() {
            return failed + "-" + waiting + "-" + String.join(".", projections);
        }
    }

    Mono<Found> find() {
        return database.sql("""
            select count(d.cause), count(*) - count(d.cause),
              coalesce(array_agg(distinct d.projection order by d.projection), '{}')
            from read_model.dead_letter d
            join read_model.projection p on p.name = d.projection and p.live_generation = d.generation
            """)
                .map(row -> new Found(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, Long.class)),
                        Arrays.asList(Objects.requireNonNull(row.get(2, String[].class)))))
                .one();
    }
}
