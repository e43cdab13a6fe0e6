package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.runtime.personal.PersonalKeys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A deleted account is unreadable for ever: neither its texts nor its key are in the log, in Kafka, or in any table. What
 * stays are amounts and days under an id of nobody.
 */
class ErasureTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Test
    void nothingPersonalIsLeftInTheLogInKafkaAndInTables() throws Exception {
        var wordy = Wordy.living();
        var person = wordy.person();
        var words = wordy.words();
        var key = key(person.id());
        var wrapped = wrapped(person.id());

        // The search finds what it looks for, and finds it in rows that can be deleted alone.
        assertThat(tablesWith(words)).isNotEmpty().allMatch(table -> table.startsWith("read_model."));
        assertThat(tablesWith(List.of(wrapped))).containsExactly("personal_data.user_key");
        assertThat(recordsWith(words)).isEmpty();
        assertThat(tablesWith(List.of(person.id().toString()))).contains("event_store.event", "read_model.transaction");

        var answer = person.api().delete("/api/auth/delete-account?confirmation=true");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(tablesWith(words)).isEmpty());
        assertThat(tablesWith(key)).isEmpty();
        assertThat(tablesWith(List.of(wrapped))).isEmpty();
        var searched = new ArrayList<>(words);
        searched.addAll(key);
        searched.add(wrapped);
        assertThat(recordsWith(searched)).isEmpty();

        assertThat(tablesWith(List.of(person.id().toString())))
                .as("the log keeps its facts, the key its tombstone")
                .containsExactlyInAnyOrder("event_store.event", "event_store.event_tag", "personal_data.user_key");
        factsEnd(person.id());
    }

    /** Each of the user's facts in the compacted topic ends with a tombstone. */
    private static void factsEnd(UUID user) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            var left = new TreeSet<String>();
            var ever = new TreeSet<String>();
            for (var fact : KafkaRecords.of(
                    setting("mita.kafka.bootstrap-servers"), setting("mita.kafka.daily-spending-topic"))) {
                var key = new String(fact.key(), StandardCharsets.UTF_8);
                if (key.startsWith(user.toString())) {
                    ever.add(key);
                    if (fact.value() == null) {
                        left.remove(key);
                    } else {
                        left.add(key);
                    }
                }
            }
            assertThat(ever).isNotEmpty();
            assertThat(left).isEmpty();
        });
    }

    /** The key as it may be written. */
    private static List<String> key(UUID user) {
        var keys = RunningSystem.context().getBean(PersonalKeys.class);
        var bytes = Objects.requireNonNull(
                        Objects.requireNonNull(keys.find(List.of(user)).block()).get(user))
                .key()
                .getEncoded();
        return List.of(
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Hexadecimal, as PostgreSQL shows it. */
    private static String wrapped(UUID user) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select encode(wrapped, 'hex') from personal_data.user_key where user_id = '" + user + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    /** Tables of every schema of ours in which a row says one of these, in any column. */
    private static List<String> tablesWith(List<String> texts) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = connect()) {
            for (var table : tables(connection)) {
                try (var search = connection.prepareStatement(
                        "select exists (select from %s t, unnest(?) s where strpos(lower(t::text), lower(s)) > 0)"
                                .formatted(table))) {
                    search.setArray(1, connection.createArrayOf("text", texts.toArray()));
                    try (var rows = search.executeQuery()) {
                        rows.next();
                        if (rows.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(10);
        return tables;
    }

    /** Records of all topics whose key, value or headers hold one of these. */
    private static List<String> recordsWith(List<String> texts) throws Exception {
        return KafkaRecords.all(setting("mita.kafka.bootstrap-servers")).stream()
                .filter(record -> {
                    var text = text(record);
                    return texts.stream().anyMatch(wanted -> text.contains(wanted.toLowerCase(Locale.ROOT)));
                })
                .map(record -> record.topic() + "-" + record.partition() + " offset " + record.offset())
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var text = new StringBuilder();
        append(text, record.key());
        append(text, record.value());
        record.headers().forEach(header -> append(text.append(header.key()), header.value()));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, byte[] bytes) {
        if (bytes != null) {
            text.append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                setting("mita.database.host"),
                                setting("mita.database.port"),
                                setting("mita.database.name")),
                setting("mita.database.owner-username"),
                setting("mita.database.owner-password"));
    }

    private static String setting(String name) {
        return RunningSystem.context().getEnvironment().getRequiredProperty(name);
    }
}
