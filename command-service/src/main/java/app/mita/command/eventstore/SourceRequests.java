package app.mita.command.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Reads the events of conditions; requests that arrive together share one query and one snapshot. */
final class SourceRequests {

    private static final int IN_FLIGHT = 2;
    private static final int REQUESTS_IN_QUERY = 128;
    private static final String SQL =
            "select request, " + StoredEventRow.COLUMNS + " from event_store.source($1, $2, $3)";

    private final Statements statements;
    private final Gatherer<Condition, Sourced> gatherer =
            new Gatherer<>(IN_FLIGHT, REQUESTS_IN_QUERY, condition -> 1, this::read);

    /**
     * @param head   last position of the snapshot that was read
     * @param events in order of positions
     */
    record Sourced(long head, List<StoredEvent> events) {}

    SourceRequests(Statements statements) {
        this.statements = statements;
    }

    CompletableFuture<Sourced> read(Condition condition) {
        return gatherer.ask(condition);
    }

    private sealed interface Line {}

    private record Head(long position) implements Line {}

    private record Found(int request, StoredEvent event) implements Line {}

    private Mono<List<Sourced>> read(List<Condition> conditions) {
        return statements
                .rows(
                        SQL,
                        statement -> statement
                                .bind(
                                        0,
                                        conditions.stream().map(Condition::tags).toArray(String[]::new))
                                .bind(
                                        1,
                                        conditions.stream()
                                                .map(Condition::types)
                                                .toArray(String[]::new))
                                .bind(
                                        2,
                                        conditions.stream()
                                                .map(Condition::after)
                                                .toArray(Long[]::new)),
                        row -> {
                            int request = row.get(0, Integer.class);
                            return request == 0
                                    ? new Head(row.get(1, Long.class))
                                    : (Line) new Found(request, StoredEventRow.read(row, 1));
                        })
                .map(lines -> sorted(lines, conditions.size()));
    }

    private static List<Sourced> sorted(List<Line> lines, int requests) {
        var head = 0L;
        var events = new ArrayList<List<StoredEvent>>(requests);
        for (int request = 0; request < requests; request++) {
            events.add(new ArrayList<>());
        }
        for (var line : lines) {
            switch (line) {
                case Head(var position) -> head = position;
                case Found(var request, var event) -> events.get(request - 1).add(event);
            }
        }
        var snapshot = head;
        return events.stream().map(found -> new Sourced(snapshot, found)).toList();
    }
}
