package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.embedded.TestBackend;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services' role can add facts by the append function, and nothing else. */
class AppendOnlyTest {

    private static EventStoreNode node;

    @BeforeAll
    static void start() {
        node = new EventStoreNode(TestBackend.freshDatabase());
        node.append(AppendCondition.none(), opened(node.user())).join();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_store.event set name = 'Other'",
                "delete from event_store.event",
                "truncate event_store.event",
                "insert into event_store.event select * from event_store.event",
                "update event_store.event_tag set tag = 'other'",
                "delete from event_store.event_tag",
                "truncate event_store.event_tag",
                "insert into event_store.event_tag values ('account:x', 7)",
                "alter table event_store.event disable trigger all",
                "drop table event_store.event_tag",
                "drop function event_store.append",
                "create table event_store.other (id int)"
            })
    void theServicesRoleMayNot(String statement) {
        assertThatThrownBy(() -> node.sql().sql(statement).then().block())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(node.log().head().block()).isEqualTo(1);
    }
}
