package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.opened;
import static app.mita.command.gateway.Renaming.renamed;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.EventTag;
import app.mita.embedded.TestBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many writers on two nodes and one log. */
class ConcurrentAppendsTest {

    private static final int WRITERS = 64;
    private static final int APPENDS = 20;

    @Test
    void writersOfDifferentBoundariesNeverDisturbEachOther() {
        try (var nodes = new Nodes()) {
            var users =
                    IntStream.range(0, WRITERS).mapToObj(nth -> nodes.user()).toList();
            var acknowledged = new ConcurrentLinkedQueue<Long>();

            Flux.range(0, WRITERS)
                    .flatMap(
                            writer -> Flux.range(0, APPENDS).concatMap(nth -> {
                                var user = users.get(writer);
                                var condition = expecting(user, nodes.lastOf.getOrDefault(user, 0L));
                                return Mono.fromFuture(nodes.of(writer)
                                                .append(condition, renamed(user, "name " + nth, Instant.EPOCH)))
                                        .doOnNext(position -> nodes.lastOf.put(user, position))
                                        .doOnNext(acknowledged::add);
                            }),
                            WRITERS)
                    .blockLast();

            assertThat(acknowledged).hasSize(WRITERS * APPENDS).doesNotHaveDuplicates();
            nodes.assertGapless(WRITERS * APPENDS);
        }
    }

    @Test
    void ofWritersOfOneBoundaryExactlyOneGoesThroughEachTime() {
        try (var nodes = new Nodes()) {
            var user = nodes.user();
            var last = nodes.of(0).append(AppendCondition.none(), opened(user)).join();
            for (int round = 1; round <= APPENDS; round++) {
                var condition = expecting(user, last);
                var attempts = new ArrayList<CompletableFuture<Long>>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    attempts.add(nodes.of(writer)
                            .append(condition, renamed(user, "round " + round + " by " + writer, Instant.EPOCH)));
                }
                var winners = attempts.stream()
                        .map(ConcurrentAppendsTest::positionOrConflict)
                        .filter(p -> p > 0)
                        .toList();
                assertThat(winners).as("winners of round %d", round).hasSize(1);
                last = winners.getFirst();
            }
            nodes.assertGapless(1 + APPENDS);
        }
    }

    private static long positionOrConflict(CompletableFuture<Long> attempt) {
        try {
            return attempt.join();
        } catch (CompletionException failed) {
            assertThat(failed).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
            return 0;
        }
    }

    private static AppendCondition expecting(UUID user, long seen) {
        var criteria = EventCriteria.havingTags(Boundary.axonTag(EventTag.account(user)));
        return AppendCondition.withCriteria(criteria)
                .withMarker(new SeenUpTo(Map.of((EventCriterion) criteria, seen), seen));
    }

    private static final class Nodes implements AutoCloseable {

        final Map<UUID, Long> lastOf = new ConcurrentHashMap<>();
        private final List<EventStoreNode> nodes;

        Nodes() {
            var database = TestBackend.freshDatabase();
            nodes = List.of(new EventStoreNode(database), new EventStoreNode(database));
        }

        EventStoreNode of(int writer) {
            return nodes.get(writer % nodes.size());
        }

        UUID user() {
            return nodes.getFirst().user();
        }

        /** Also what a tailer on the other node saw, while it happened or after. */
        void assertGapless(int events) {
            var followed = nodes.getLast()
                    .log()
                    .heads()
                    .takeUntil(head -> head >= events)
                    .last()
                    .flatMap(head -> nodes.getLast().log().readAfter(0, events + 1))
                    .block();
            assertThat(followed)
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events).boxed().toList());
            assertThat(followed).extracting(StoredEvent::id).doesNotHaveDuplicates();
        }

        @Override
        public void close() {
            nodes.forEach(EventStoreNode::close);
        }
    }
}
