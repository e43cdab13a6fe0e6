package app.mita.command.relay;

import app.mita.api.event.UserPartition;
import app.mita.command.MigratedDatabase;
import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** A real log that a test fills past the services' connections, which it may kill meanwhile. */
final class TestLog implements AutoCloseable {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final MigratedDatabase database = new MigratedDatabase();
    private final Random random = new Random(4);
    private final List<UUID> users = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
            .limit(40)
            .toList();
    private long last;

    EventLog reader() {
        return database.log();
    }

    MigratedDatabase database() {
        return database;
    }

    long head() {
        return last;
    }

    /** Appends events of random users in one transaction. */
    void append(int count) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into event_store.event values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?::json)")) {
                for (int i = 0; i < count; i++) {
                    last++;
                    add(insert, users.get(random.nextInt(users.size())));
                }
                insert.executeBatch();
            }
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify('mita_appended', ?)")) {
                notify.setString(1, Long.toString(last));
                notify.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(PreparedStatement insert, UUID user) throws SQLException {
        insert.setLong(1, last);
        insert.setObject(2, UUID.randomUUID());
        insert.setObject(3, user);
        insert.setInt(4, UserPartition.of(user, 12));
        insert.setString(5, "TransactionRecorded");
        insert.setTimestamp(6, Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS)));
        insert.setString(7, "command-" + last);
        insert.setString(8, last % 2 == 0 ? TRACEPARENT : null);
        insert.setString(9, "{ \"event\" : %d,\"user_id\":\"%s\"}".formatted(last, user));
        insert.addBatch();
    }

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
                        row.getString("payload").getBytes(StandardCharsets.UTF_8)));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of all progress of projections, in the order of partitions. */
    List<Long> epochs() {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select epoch from read_model.progress order by partition")) {
            var epochs = new ArrayList<Long>();
            while (row.next()) {
                epochs.add(row.getLong(1));
            }
            return epochs;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator does on some node. */
    UUID askToRepublish(String topic) {
        UUID operation = UUID.randomUUID();
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into operations.operation (id, verb, arguments, operator, reason, state)"
                                + " values (?, 'republish', json_build_object('topic', ?::text), 'test', 'test',"
                                + " 'requested')")) {
            insert.setObject(1, operation);
            insert.setString(2, topic);
            insert.execute();
            return operation;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its state, how many events there are to be on Kafka, and how many there are. */
    record Republished(String state, long events, long published) {}

    Republished republished(UUID operation) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select state, result ->> 'events', result ->> 'published' from operations.operation"
                                + " where id = '" + operation + "'")) {
            row.next();
            return new Republished(row.getString(1), row.getLong(2), row.getLong(3));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every connection that the services have to the database. */
    void killConnections() {
        database.killConnections();
    }

    @Override
    public void close() {
        database.close();
    }
}
