package app.mita.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.EventTypes;
import app.mita.api.event.RecordedEvent;
import app.mita.embedded.TestDatabase;
import app.mita.projection.history.Folding;
import app.mita.runtime.database.Database;
import app.mita.runtime.database.DatabaseProperties;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** A migrated database of one test, and what the read models in it hold. */
public final class TestReadModels implements AutoCloseable {

    public static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String ROLE = "mita_app";
    private static final String PASSWORD = "app";

    public final Database database;
    private final TestDatabase test;

    public TestReadModels(TestDatabase test) {
        this.test = test;
        Flyway.configure()
                .dataSource(test.jdbcUrl(), test.owner(), test.password())
                .placeholders(Map.of("app_role", ROLE, "app_password", PASSWORD))
                .load()
                .migrate();
        database = new Database(new DatabaseProperties(
                test.host(),
                test.port(),
                test.name(),
                ROLE,
                PASSWORD,
                test.owner(),
                test.password(),
                4,
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10)));
    }

    /** For an application over the same database. */
    public Map<String, Object> properties() {
        return Map.of(
                "mita.database.host", test.host(),
                "mita.database.port", test.port(),
                "mita.database.name", test.name(),
                "mita.database.username", ROLE,
                "mita.database.password", PASSWORD,
                "mita.database.owner-username", test.owner(),
                "mita.database.owner-password", test.password());
    }

    /** Waits until the live generations of these models have applied all events. */
    public void awaitApplied(TestLog log, Collection<? extends ReadModel<?>> models) {
        awaitApplied(log.events(), models);
    }

    void awaitApplied(List<RecordedEvent> events, Collection<? extends ReadModel<?>> models) {
        var last = new TreeMap<Integer, Long>();
        events.forEach(event -> last.put(event.partition(), event.position()));
        Awaitility.await()
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    for (var model : models) {
                        assertThat(positions(model)).as(model.name()).containsAllEntriesOf(last);
                    }
                });
    }

    boolean hasApplied(List<RecordedEvent> events, Collection<? extends ReadModel<?>> models) {
        var last = new TreeMap<Integer, Long>();
        events.forEach(event -> last.put(event.partition(), event.position()));
        return models.stream().allMatch(model -> positions(model).entrySet().containsAll(last.entrySet()));
    }

    /** Every connection of the services ends in the middle of what it does. */
    void cutConnections() {
        cutConnections(() -> {});
    }

    /** The database is away: connections end and new ones are refused. */
    void refuseConnections() {
        cutConnections(() -> execute("revoke connect on database %s from public".formatted(test.name())));
    }

    private void cutConnections(Runnable first) {
        try (var connection = DriverManager.getConnection(test.jdbcUrl(), ROLE, PASSWORD)) {
            first.run();
            connection
                    .createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and"
                            + " datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void acceptConnections() {
        execute("grant connect on database %s to public".formatted(test.name()));
    }

    Map<Integer, Long> positions(ReadModel<?> model) {
        return progress(model, "position");
    }

    /** Of the claims, by partition. */
    Map<Integer, Long> epochs(ReadModel<?> model) {
        return progress(model, "epoch");
    }

    private Map<Integer, Long> progress(ReadModel<?> model, String column) {
        var positions = new TreeMap<Integer, Long>();
        query(
                "select g.partition, g." + column + " from read_model.progress g join read_model.projection p"
                        + " on p.name = g.projection and p.live_generation = g.generation where p.name = '"
                        + model.name() + "'",
                row -> positions.put(Integer.valueOf(row.get(0)), Long.valueOf(row.get(1))));
        return positions;
    }

    /** Byte for byte what folding the events one by one gives. */
    public void assertFolded(List<RecordedEvent> events, Collection<? extends ReadModel<?>> models) {
        for (var model : models) {
            var expected = new TreeMap<String, String>();
            Folding.of(model)
                    .apply(events)
                    .rows()
                    .forEach((place, row) -> expected.put(place, row.position() + " " + row.json()));
            assertThat(documents(model)).as(model.name()).isEqualTo(expected);
        }
    }

    /** By user and key: position and document. */
    Map<String, String> documents(ReadModel<?> model) {
        var documents = new TreeMap<String, String>();
        query(
                "select d.user_id::text || ' ' || d.key, d.position::text || ' ' || d.document::text from read_model."
                        + model.name() + " d join read_model.projection p on p.live_generation = d.generation"
                        + " where p.name = '" + model.name() + "'",
                row -> documents.put(row.get(0), row.get(1)));
        return documents;
    }

    interface RowReader {
        void read(List<String> row);
    }

    void query(String sql, RowReader reader) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                reader.read(row);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<List<String>> rows(String sql) {
        var rows = new ArrayList<List<String>>();
        query(sql, rows::add);
        return rows;
    }

    /** As the write side appends them: for who reads the event store. */
    public void store(TestLog log, Collection<RecordedEvent> events) {
        try (var connection = connect();
                var insert = connection.prepareStatement("insert into event_store.event (position, id, user_id,"
                        + " partition, name, version, occurred_at, command_id, payload)"
                        + " values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::json)")) {
            for (var event : events) {
                var type = event.payload().getClass();
                insert.setLong(1, event.position());
                insert.setObject(2, event.id());
                insert.setObject(3, event.user());
                insert.setInt(4, event.partition());
                insert.setString(5, EventTypes.nameOf(type));
                insert.setInt(6, EventTypes.versionOf(type));
                insert.setString(7, event.occurredAt().toString());
                insert.setString(8, event.commandId());
                insert.setString(9, new String(log.payload(event), StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void execute(String sql) {
        try (var connection = connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        database.destroy();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(test.jdbcUrl(), test.owner(), test.password());
    }
}
