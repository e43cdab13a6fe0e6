package app.mita.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import app.mita.runtime.database.Database;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** The database's append function against a model of a few lines that appends one after the other. */
class BatchPropertiesTest {

    private static EventStoreNode node;
    private static PostgresqlConnection connection;

    /** @param seen how many of the latest positions the condition does not know, per tag that it names */
    record Wanted(List<Set<String>> events, List<String> boundaries, int unseen) {}

    @BeforeContainer
    static void start() {
        node = new EventStoreNode(TestBackend.freshDatabase());
        connection = node.bean(Database.class).connect("test").block();
    }

    @AfterContainer
    static void stop() {
        connection.close().block();
        node.close();
    }

    @Property(tries = 60)
    void aBatchDoesWhatItsAppendsWouldDoOneByOne(@ForAll("batches") List<List<Wanted>> batches) {
        var prefix = UUID.randomUUID() + "/";
        var log = new ArrayList<Set<String>>();
        long start = node.log().head().block();
        for (var wanted : batches) {
            var head = start + log.size();
            var batch =
                    wanted.stream().map(append -> append(append, prefix, head)).toList();
            var expected = new ArrayList<@Nullable Long>();
            for (int nth = 0; nth < batch.size(); nth++) {
                expected.add(appendOne(log, start, wanted.get(nth), batch.get(nth)));
            }

            var positions =
                    new AppendStatement(batch).execute(connection, false).block();
            assertThat(positions).isEqualTo(expected);

            var again = new AppendStatement(batch).execute(connection, true).block();
            if (expected.stream().anyMatch(position -> position != null)) {
                assertThat(again).as("submitted again").isEqualTo(expected);
            }
            assertThat(node.log().head().block()).isEqualTo(start + log.size());
        }
        assertThat(node.log().readAfter(start, 10_000).block())
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + log.size())
                        .boxed()
                        .toList());
    }

    private static @Nullable Long appendOne(List<Set<String>> log, long start, Wanted wanted, Append append) {
        for (var condition : append.conditions()) {
            var tag = condition.tags().substring(condition.tags().indexOf('/') + 1);
            for (int nth = 0; nth < log.size(); nth++) {
                if (start + nth + 1 > condition.after() && log.get(nth).contains(tag)) {
                    return null;
                }
            }
        }
        log.addAll(wanted.events);
        return start + log.size();
    }

    private static Append append(Wanted wanted, String prefix, long head) {
        var events = wanted.events.stream()
                .map(tags -> new EncodedEvent(
                        TimeOrderedIds.at(Instant.now()),
                        UUID.randomUUID(),
                        3,
                        "Tested",
                        1,
                        Instant.now(),
                        "a command",
                        null,
                        "{\"text\": \"quoted \\\" and {braces}, \\\\ and ü\"}",
                        tags.stream().map(tag -> prefix + tag).toList()))
                .toList();
        var conditions = wanted.boundaries.stream()
                .map(tag -> new Condition(prefix + tag, "", Math.max(0, head - wanted.unseen)))
                .toList();
        return new Append(events, conditions);
    }

    @Provide
    Arbitrary<List<List<Wanted>>> batches() {
        var tag = Arbitraries.of("a", "b", "c", "d", "e");
        var event = tag.set().ofMinSize(1).ofMaxSize(3);
        var append = Combinators.combine(
                        event.list().ofMinSize(1).ofMaxSize(3),
                        tag.list().uniqueElements().ofMaxSize(2),
                        Arbitraries.integers().between(0, 3))
                .as(Wanted::new);
        return append.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(4);
    }
}
