package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.opened;
import static app.mita.command.gateway.Renaming.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.event.UserPartition;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.profile.ProfileChanged;
import app.mita.embedded.TestBackend;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Axon may expect of its storage, on a real PostgreSQL. */
class PostgresEventStorageEngineTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private static EventStoreNode node;

    private final UUID user = node.user();

    @BeforeAll
    static void start() {
        node = new EventStoreNode(TestBackend.freshDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whatWasAppendedIsSourcedByItsTagInOrder() {
        var first = append(opened(user), renamed(user, "one", AT));
        append(opened(node.user()));
        var last = append(renamed(user, "two", AT));

        var sourced = source(Boundary.after(0, EventTag.account(user)));

        assertThat(sourced.payloads())
                .containsExactly(opened(user), renamed(user, "one", AT), renamed(user, "two", AT));
        assertThat(sourced.positions()).containsExactly(first - 1, first, last);
        assertThat(Boundary.seen(sourced.marker(), EventTag.account(user))).isEqualTo(last);
    }

    @Test
    void sourcingGoesOnAfterAPosition() {
        var first = append(opened(user));
        append(renamed(user, "two", AT));
        assertThat(source(Boundary.after(first, EventTag.account(user))).payloads())
                .containsExactly(renamed(user, "two", AT));
    }

    @Test
    void anEventKeepsItsIdTimeTypeAndMetadata() {
        var message = EventStoreNode.message(opened(user))
                .andMetadata(
                        Map.of(EventMetadata.COMMAND_ID, "command \"7\"", EventMetadata.TRACEPARENT, "00-abc-def-01"));
        node.append(AppendCondition.none(), List.of(message)).join();

        var sourced =
                source(Boundary.after(0, EventTag.account(user))).messages().getFirst();

        assertThat(sourced.identifier()).isEqualTo(message.identifier());
        assertThat(sourced.timestamp()).isEqualTo(message.timestamp());
        assertThat(sourced.type()).isEqualTo(message.type());
        assertThat(sourced.metadata()).isEqualTo(message.metadata());
    }

    @Test
    void anEventOfSeveralTagsIsFoundByEachAndComesOnceByAll() {
        var planned = new MonthPlanned(user, MONTH, Map.of(), AT);
        append(opened(user));
        append(planned);
        var either = EventCriteria.havingTags(tag(EventTag.account(user)))
                .or(EventCriteria.havingTags(tag(EventTag.month(user, MONTH))));
        assertThat(source(SourcingCondition.conditionFor(either)).payloads()).containsExactly(opened(user), planned);
        assertThat(source(Boundary.after(0, EventTag.month(user, MONTH))).payloads())
                .containsExactly(planned);
    }

    @Test
    void sourcingBySeveralTagsWantsThemAllAndByTypesOneOfThem() {
        append(opened(user), renamed(user, "one", AT), new MonthPlanned(user, MONTH, Map.of(), AT));
        var account = tag(EventTag.account(user));
        var both = EventCriteria.havingTags(account, tag(EventTag.month(user, MONTH)));
        assertThat(source(SourcingCondition.conditionFor(both)).payloads()).isEmpty();
        var renamings = EventCriteria.havingTags(account).andBeingOneOfTypes(name(ProfileChanged.class));
        assertThat(source(SourcingCondition.conditionFor(renamings)).payloads())
                .containsExactly(renamed(user, "one", AT));
        var everything = source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()));
        assertThat(everything.payloads()).contains(opened(user));
    }

    @Test
    void anAppendIsRefusedWhenAnEventOfItsBoundaryCameInBetween() {
        append(opened(user));
        var seen = seen(EventTag.account(user));
        append(renamed(user, "theirs", AT));

        assertThatThrownBy(() -> node.append(seen, renamed(user, "mine", AT)).join())
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(source(Boundary.after(0, EventTag.account(user))).payloads())
                .doesNotContain(renamed(user, "mine", AT));
    }

    @Test
    void anAppendGoesThroughWhenOnlyOtherBoundariesMoved() {
        append(opened(user));
        var seen = seen(EventTag.account(user));
        append(opened(node.user()), new MonthPlanned(user, MONTH, Map.of(), AT));
        assertThat(node.append(seen, renamed(user, "mine", AT)).join()).isPositive();
    }

    @Test
    void aConditionMayNameTypesTagsTogetherOrAnything() {
        var position = append(opened(user));
        var account = tag(EventTag.account(user));
        var marker = new GlobalIndexConsistencyMarker(position);
        append(renamed(user, "theirs", AT));

        var deletions = EventCriteria.havingTags(account).andBeingOneOfTypes(name(AccountDeleted.class));
        node.append(AppendCondition.withCriteria(deletions).withMarker(marker), renamed(user, "a", AT))
                .join();
        var both = EventCriteria.havingTags(account, tag(EventTag.month(user, MONTH)));
        node.append(AppendCondition.withCriteria(both).withMarker(marker), renamed(user, "b", AT))
                .join();

        var renamings = EventCriteria.havingTags(account).andBeingOneOfTypes(name(ProfileChanged.class));
        assertRefused(AppendCondition.withCriteria(renamings).withMarker(marker));
        assertRefused(AppendCondition.withCriteria(EventCriteria.havingAnyTag()).withMarker(marker));
        assertRefused(AppendCondition.withCriteria(EventCriteria.havingTags(account)));
        node.append(
                        AppendCondition.withCriteria(renamings).withMarker(ConsistencyMarker.INFINITY),
                        renamed(user, "c", AT))
                .join();
    }

    @Test
    void whatIsRolledBackIsNeverSeen() throws Exception {
        var before = node.log().head().block();
        var rolledBack = node.engine()
                .appendEvents(
                        AppendCondition.none(),
                        null,
                        new GenericTaggedEventMessage<>(
                                EventStoreNode.message(opened(user)), EventTags.of(opened(user))))
                .get();
        rolledBack.rollback(null);
        assertThatThrownBy(() -> rolledBack.commit(null).join()).hasCauseInstanceOf(IllegalStateException.class);
        var next = append(renamed(user, "kept", AT));

        assertThat(next).isEqualTo(before + 1);
        assertThat(source(Boundary.after(0, EventTag.account(user))).payloads())
                .containsExactly(renamed(user, "kept", AT));
    }

    @Test
    void aStreamFollowsTheLogFromItsTokenOn() throws Exception {
        append(opened(user));
        var token = node.engine().latestToken(null).get();
        var stream = node.engine().stream(
                StreamingCondition.conditionFor(token, EventCriteria.havingTags(tag(EventTag.account(user)))), null);
        var followed = new ArrayList<MitaEvent>();
        for (int nth = 0; nth < 450; nth++) {
            append(renamed(user, "name " + nth, AT), opened(node.user()));
        }
        await().until(() -> {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                followed.add((MitaEvent) next.get().message().payload());
                assertThat(TrackingToken.fromContext(next.get())).isPresent();
            }
            return followed.size() == 450;
        });
        stream.close();
        assertThat(followed).startsWith(renamed(user, "name 0", AT)).endsWith(renamed(user, "name 449", AT));
    }

    @Test
    void tokensStandForPositions() throws Exception {
        append(opened(user));
        var head = node.log().head().block();
        assertThat(node.engine().firstToken(null).get()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(node.engine().latestToken(null).get()).isEqualTo(new GlobalSequenceTrackingToken(head));
        assertThat(node.engine().tokenAt(Instant.EPOCH, null).get()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(node.engine()
                        .tokenAt(Instant.parse("2100-01-01T00:00:00Z"), null)
                        .get())
                .isEqualTo(new GlobalSequenceTrackingToken(head));
    }

    @Test
    void personalTextIsEncryptedInTheLogAndReadsAsErasedWithoutItsKey() {
        var position = append(renamed(user, "Rosalind Franklin", AT));

        var stored = node.log().readAfter(position - 1, 1).block().getFirst();
        assertThat(new String(stored.payload(), StandardCharsets.UTF_8))
                .doesNotContain("Rosalind")
                .contains("enc:v1:");
        assertThat(stored.user()).isEqualTo(user);
        assertThat(stored.partition()).isEqualTo(UserPartition.of(user, 12));
        assertThat(stored.name()).isEqualTo("ProfileChanged");
        assertThat(stored.commandId()).isEqualTo("a command");

        node.keys().delete(user).block();
        var erased = (ProfileChanged)
                source(Boundary.after(0, EventTag.account(user))).payloads().getFirst();
        assertThat(erased.profile().name()).isEqualTo(PersonalText.ERASED);
        // Who decided before the deletion has to look again.
        assertThatThrownBy(() -> node.append(AppendCondition.none(), renamed(user, "late", AT))
                        .join())
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void theLogIsReadInPages() {
        var last = append(opened(user), renamed(user, "one", AT), renamed(user, "two", AT));
        assertThat(node.log().readAfter(last - 3, 2).block())
                .extracting(StoredEvent::position)
                .containsExactly(last - 2, last - 1);
        assertThat(node.log().readAfter(node.log().head().block(), 10).block()).isEmpty();
    }

    private void assertRefused(AppendCondition condition) {
        assertThatThrownBy(() ->
                        node.append(condition, renamed(user, "refused", AT)).join())
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    private AppendCondition seen(EventTag tag) {
        var condition = Boundary.after(0, tag);
        return AppendCondition.withCriteria(condition.criteria())
                .withMarker(source(condition).marker());
    }

    private static long append(MitaEvent... events) {
        return node.append(AppendCondition.none(), events).join();
    }

    private static Tag tag(EventTag tag) {
        return Boundary.axonTag(tag);
    }

    private static QualifiedName name(Class<? extends MitaEvent> event) {
        return MessageTypes.of(event).qualifiedName();
    }

    private static Sourced source(SourcingCondition condition) {
        return Sourced.from(node, condition);
    }
}
