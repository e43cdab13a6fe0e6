package app.mita.command.relay;

import app.mita.api.event.UserPartition;
import app.mita.command.MigratedDatabase;
import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.StoredEvent;
import app.mita.runtime.database.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database of a test's own with a log in it. */
final class TestLog implements AutoCloseable {

    private final MigratedDatabase database = new MigratedDatabase();
    private final List<UUID> users;
    private final Random random = new Random(4);
    private long last;

    TestLog() {
        users = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(40)
                .toList();
        database.run("create table if not exists event_store.event(position bigint primary key, id uuid, user_id uuid,"
                + " partition int, name text, version int, occurred_at timestamptz, command_id text, traceparent text,"
                + " payload bytea)");
    }

    Database database() {
        return database.database();
    }

    EventLog reader() {
        DatabaseClient client = database.client();
        return new EventLog() {
            @Override
            public Mono<List<StoredEvent>> readAfter(long position, int limit) {
                return client.sql("select * from event_store.event where position > $1 order by position limit $2")
                        .bind(0, position)
                        .bind(1, limit)
                        .map(row -> new StoredEvent(
                                row.get("position", Long.class),
                                row.get("id", UUID.class),
                                row.get("user_id", UUID.class),
                                row.get("partition", Integer.class),
                                row.get("name", String.class),
                                row.get("version", Integer.class),
                                row.get("occurred_at", Instant.class),
                                row.get("command_id", String.class),
                                row.get("traceparent", String.class),
                                row.get("payload", byte[].class)))
                        .all()
                        .collectList();
            }

            @Override
            public Mono<Long> head() {
                return client.sql("select coalesce(max(position), 0) from event_store.event")
                        .map(row -> row.get(0, Long.class))
                        .one();
            }

            @Override
            public Flux<Long> heads() {
                return database.notifications().listen("mita_appended").concatMap(signal -> head().onErrorComplete());
            }
        };
    }

    /** Appends events of random users in one transaction. */
    void append(int count) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                            "insert into event_store.event values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)");
                    var notify = connection.prepareStatement("select pg_notify('mita_appended', ?)")) {
                for (int i = 0; i < count; i++) {
                    UUID user = users.get(random.nextInt(users.size()));
                    insert.setLong(1, ++last);
                    insert.setObject(2, UUID.randomUUID());
                    insert.setObject(3, user);
                    insert.setInt(4, UserPartition.of(user, 12));
                    insert.setString(5, "TransactionRecorded");
                    insert.setTimestamp(6, java.sql.Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS)));
                    insert.setString(7, "command-" + last);
                    insert.setString(
                            8, last % 2 == 0 ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : null);
                    insert.setBytes(
                            9,
                            ("{\"event\":" + last + ",\"user_id\":\"" + user + "\"}").getBytes(StandardCharsets.UTF_8));
                    insert.addBatch();
                }
                insert.executeBatch();
                notify.setString(1, Long.toString(last));
                notify.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read past the application's own connections, which tests kill. */
    List<StoredEvent> all() {
        List<StoredEvent> all = new ArrayList<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select * from event_store.event order by position")) {
            while (row.next()) {
                all.add(new StoredEvent(
                        row.getLong("position"),
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getInt("partition"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("command_id"),
                        row.getString("traceparent"),
                        row.getBytes("payload")));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long head() {
        return last;
    }

    /** Ends all connections of the application to this database. */
    void killConnections() {
        database.killConnections();
    }

    @Override
    public void close() {
        database.close();
    }
}
