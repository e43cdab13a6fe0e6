package app.mita.command.eventstore;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A batch of appends as one call of the database's append function: one round trip, one transaction, one commit. */
final class AppendStatement {

    private static final String SQL =
            "select event_store.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    private final List<Integer> appends = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<UUID> users = new ArrayList<>();
    private final List<Integer> partitions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> versions = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private final List<String> commandIds = new ArrayList<>();
    private final List<@Nullable String> traceparents = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private final List<Integer> taggedEvents = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Integer> conditionAppends = new ArrayList<>();
    private final List<String> conditionTags = new ArrayList<>();
    private final List<String> conditionTypes = new ArrayList<>();
    private final List<Long> conditionAfters = new ArrayList<>();

    AppendStatement(List<Append> batch) {
        for (int nth = 1; nth <= batch.size(); nth++) {
            var append = batch.get(nth - 1);
            for (var event : append.events()) {
                add(nth, event);
            }
            for (var condition : append.conditions()) {
                conditionAppends.add(nth);
                conditionTags.add(condition.tags());
                conditionTypes.add(condition.types());
                conditionAfters.add(condition.after());
            }
        }
    }

    private void add(int append, EncodedEvent event) {
        appends.add(append);
        ids.add(event.id());
        users.add(event.user());
        partitions.add(event.partition());
        names.add(event.name());
        versions.add(event.version());
        times.add(event.occurredAt().toString());
        commandIds.add(event.commandId());
        traceparents.add(event.traceparent());
        payloads.add(event.payload());
        for (var tag : event.tags()) {
            taggedEvents.add(ids.size());
            tags.add(tag);
        }
    }

    /**
     * @param resubmitted whether the batch may be in the log already; its appends then keep their positions
     * @return once the commit is durable: each append's last position, null for one whose condition was not met
     */
    Mono<List<@Nullable Long>> execute(PostgresqlConnection connection, boolean resubmitted) {
        return connection
                .createStatement(SQL)
                .bind(0, resubmitted)
                .bind(1, appends.toArray(Integer[]::new))
                .bind(2, ids.toArray(UUID[]::new))
                .bind(3, users.toArray(UUID[]::new))
                .bind(4, partitions.toArray(Integer[]::new))
                .bind(5, names.toArray(String[]::new))
                .bind(6, versions.toArray(Integer[]::new))
                .bind(7, times.toArray(String[]::new))
                .bind(8, commandIds.toArray(String[]::new))
                .bind(9, traceparents.toArray(String[]::new))
                .bind(10, payloads.toArray(String[]::new))
                .bind(11, taggedEvents.toArray(Integer[]::new))
                .bind(12, tags.toArray(String[]::new))
                .bind(13, conditionAppends.toArray(Integer[]::new))
                .bind(14, conditionTags.toArray(String[]::new))
                .bind(15, conditionTypes.toArray(String[]::new))
                .bind(16, conditionAfters.toArray(Long[]::new))
                .execute()
                .flatMap(result -> result.map((row, metadata) -> Arrays.asList(row.get(0, Long[].class))))
                // The row comes before the commit; only the end of the whole exchange says that it is durable.
                .collectList()
                .map(List::getFirst);
    }
}
