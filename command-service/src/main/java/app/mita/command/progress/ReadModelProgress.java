package app.mita.command.progress;

import app.mita.runtime.background.BackgroundWork;
import app.mita.runtime.database.Notifications;
import app.mita.runtime.database.Notifications.Listening;
import app.mita.runtime.database.Notifications.Notified;
import app.mita.runtime.database.Notifications.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Up to which position the read models that serve the app are complete, per partition of users. Learnt from what the
 * projections announce as they commit; read from their tables whenever an announcement may have been missed.
 */
@Component
public final class ReadModelProgress extends BackgroundWork {

    static final String CHANNEL = "mita_progress";

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelProgress.class);
    /** A partition counts as far as the slowest projection; one that has not begun it has applied nothing. */
    private static final String APPLIED_BY_ALL = """
            select applied.partition, min(applied.position) as position
            from read_model.projection serving
            join read_model.progress applied
              on applied.projection = serving.name and applied.generation = serving.live_generation
            where serving.serves_app and serving.state = 'live'
            group by applied.partition
            having count(*) = (select count(*) from read_model.projection where serves_app and state = 'live')
            """;

    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration MAX_RETRY = Duration.ofSeconds(5);

    private final Notifications notifications;
    private final DatabaseClient database;
    private final Map<Integer, PartitionProgress> partitions = new ConcurrentHashMap<>();

    ReadModelProgress(Notifications notifications, DatabaseClient database) {
        this.notifications = notifications;
        this.database = database;
    }

    /**
     * Waits for read models. Cheap for any number of waiters at once.
     *
     * @param position of the last event to wait for, on the partition of its user
     * @return true once every projection that serves the app has applied it; false when that took longer, as it does
     *     when no projection runs or the database is away. Never fails
     */
    public Mono<Boolean> applied(int partition, long position, Duration atMost) {
        return partition(partition).reaches(position).timeout(atMost, Mono.just(false));
    }

    @Override
    protected Disposable begin() {
        return notifications.listen(CHANNEL).concatMap(this::learn).subscribe();
    }

    /** Before the web server takes requests, and until it has answered the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** How many wait at present. */
    int waiting() {
        return partitions.values().stream().mapToInt(PartitionProgress::waiting).sum();
    }

    private Mono<Void> learn(Signal signal) {
        return switch (signal) {
            case Listening listening -> load();
            case Notified notified -> Mono.fromRunnable(() -> announced(notified.payload()));
        };
    }

    private void announced(String payload) {
        try {
            AppliedPositions.parse(payload)
                    .forEach((partition, position) -> partition(partition).advance(position));
        } catch (IllegalArgumentException malformed) {
            LOG.warn("Not an announcement of progress: {}", malformed.getMessage());
        }
    }

    /** Tried until it works: what was announced before is not announced again. */
    private Mono<Void> load() {
        return Flux.defer(() -> database.sql(APPLIED_BY_ALL)
                        .map((row, metadata) -> {
                            partition(required(row.get("partition", Integer.class)))
                                    .advance(required(row.get("position", Long.class)));
                            return true;
                        })
                        .all())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY).maxBackoff(MAX_RETRY))
                .then();
    }

    private PartitionProgress partition(int number) {
        return partitions.computeIfAbsent(number, unknown -> new PartitionProgress());
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("null in read_model.progress");
        }
        return value;
    }
}
