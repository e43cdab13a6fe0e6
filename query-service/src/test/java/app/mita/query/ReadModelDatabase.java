package app.mita.query;

import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.database.Database;
import app.mita.runtime.database.DatabaseProperties;
import app.mita.runtime.json.MitaJson;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A migrated database whose read models a test fills in the projections' place. */
public final class ReadModelDatabase implements AutoCloseable {

    private static final String ROLE_PASSWORD = "test-only";

    private final TestDatabase server = TestBackend.freshDatabase();
    private final String role = TestBackend.freshName("mita_reader");
    private final Connection owner;

    public ReadModelDatabase() {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.owner(), server.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", role, "app_password", ROLE_PASSWORD))
                .load()
                .migrate();
        try {
            owner = DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (var model : new String[] {
            "profile", "dashboard", "calendar", "transaction", "merchant", "settings", "redistribution", "analytics"
        }) {
            live(model, 1);
        }
    }

    public Database database() {
        return new Database(new DatabaseProperties(
                server.host(),
                server.port(),
                server.name(),
                role,
                ROLE_PASSWORD,
                server.owner(),
                server.password(),
                4,
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10)));
    }

    /** For a Spring test. */
    public Map<String, Object> properties() {
        return Map.of(
                "mita.database.host", server.host(),
                "mita.database.port", server.port(),
                "mita.database.name", server.name(),
                "mita.database.username", role,
                "mita.database.password", ROLE_PASSWORD,
                "mita.database.owner-username", server.owner(),
                "mita.database.owner-password", server.password());
    }

    /** Makes a generation the live one. */
    public void live(String model, int generation) {
        execute("""
                insert into read_model.projection (name, version, live_generation, serves_app, state)
                values (?, 1, ?, true, 'live')
                on conflict (name) do update set live_generation = excluded.live_generation""", model, generation);
        execute("""
                insert into read_model.generation (projection, generation, version, origin) values (?, ?, 1, 'replay')
                on conflict do nothing""", model, generation);
    }

    /** Stores a document in generation 1. */
    public void put(String model, UUID user, String key, Object document, long position) {
        put(model, 1, user, key, document, position, null, null);
    }

    public void put(
            String model,
            int generation,
            UUID user,
            String key,
            Object document,
            long position,
            @Nullable Instant sortAt,
            @Nullable String facet) {
        execute(
                """
                insert into read_model.%s (generation, user_id, key, document, sort_at, facet, position)
                values (?, ?, ?, ?, ?::timestamptz, ?, ?)
                on conflict (generation, user_id, key) do update
                set document = excluded.document, sort_at = excluded.sort_at, facet = excluded.facet,
                    position = excluded.position""".formatted(model),
                generation,
                user,
                key,
                MitaJson.mapper().writeValueAsString(document),
                sortAt == null ? null : OffsetDateTime.ofInstant(sortAt, ZoneOffset.UTC),
                facet,
                position);
    }

    public void remove(String model, UUID user, String key) {
        execute("delete from read_model.%s where user_id = ? and key = ?".formatted(model), user, key);
    }

    public void execute(String sql, @Nullable Object... parameters) {
        synchronized (owner) {
            try (var statement = owner.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** Ends the service's connections of this name, and waits until they are gone. */
    public void breakConnections(String name) {
        try (var reader = DriverManager.getConnection(server.jdbcUrl(), role, ROLE_PASSWORD);
                var terminate = reader.prepareStatement("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where application_name = ? and datname = current_database()")) {
            terminate.setString(1, "mita " + name);
            terminate.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the database says to a query, one line a row. */
    public String explain(String sql) {
        synchronized (owner) {
            try (var statement = owner.createStatement();
                    var lines = statement.executeQuery("explain (costs off) " + sql)) {
                var plan = new StringBuilder();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                return plan.toString();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
