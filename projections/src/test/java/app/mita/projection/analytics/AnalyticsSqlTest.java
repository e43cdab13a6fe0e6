package app.mita.projection.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Spent;
import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.embedded.TestBackend;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import app.mita.runtime.json.MitaJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sums against SQL over the live transactions of random lives. Each test is named after its seed;
 * {@code -Dmita.test.seed=<seed>} runs it again.
 */
class AnalyticsSqlTest {

    private static final int EVENTS = 400;
    private static final int LIVES = 25;
    private static Connection database;

    static List<Long> seeds() {
        var given = Long.getLong("mita.test.seed");
        return given == null ? new Random().longs(LIVES).boxed().toList() : List.of(given);
    }

    @BeforeAll
    static void open() throws SQLException {
        var server = TestBackend.freshDatabase();
        database = DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.password());
        execute("create temporary table live (day date, cents bigint, category text, merchant text)");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate live");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySumIsWhatSqlSays(long seed) throws SQLException {
        var history = History.random(seed, new UUID(0, seed), EVENTS);
        insert(history);
        var months = months(history);
        assertThat(sums(months, (month, sums) -> sums.categories(month))).isEqualTo(select("category"));
        assertThat(sums(months, (month, sums) -> sums.days(month, day -> day))).isEqualTo(select("day::text"));
        assertThat(sums(months, (month, sums) -> sums.days(month, day -> day.substring(0, 7))))
                .isEqualTo(select("to_char(day, 'YYYY-MM')"));
        assertThat(sums(months, (month, sums) -> sums.weekdays(month)))
                .isEqualTo(select("extract(isodow from day)::int::text"));
        assertThat(sums(months, (month, sums) -> sums.merchants(month))).isEqualTo(select("merchant"));
        assertThat(squares(months)).isEqualTo(squares());
    }

    private static List<AnalyticsDocument> months(History history) {
        return Folding.of(new AnalyticsModel()).apply(history.events()).rows().values().stream()
                .map(row -> MitaJson.mapper().readValue(row.json(), AnalyticsDocument.class))
                .toList();
    }

    private static Map<String, Spent> sums(List<AnalyticsDocument> months, Reading reading) {
        var sums = new Sums();
        months.forEach(month -> reading.read(month, sums));
        return sums.byName;
    }

    private static BigInteger squares(List<AnalyticsDocument> months) {
        return months.stream()
                .flatMap(month -> month.days().values().stream())
                .map(AnalyticsDocument.Day::squares)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void insert(History history) throws SQLException {
        try (var insert = database.prepareStatement("insert into live values (?, ?, ?, ?)")) {
            for (var live : history.live().values()) {
                insert.setObject(1, live.details().day());
                insert.setLong(2, live.details().amount().cents());
                insert.setString(3, live.details().category().word());
                insert.setString(4, PersonalText.reveal(live.details().merchant()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** By name, those without one left out. */
    private static Map<String, Spent> select(String name) throws SQLException {
        var sql = "select %1$s, count(*), sum(cents) from live where %1$s is not null group by 1".formatted(name);
        var found = new TreeMap<String, Spent>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), new Spent(rows.getLong(2), Money.cents(rows.getLong(3))));
            }
        }
        return found;
    }

    private static BigInteger squares() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select coalesce(sum(cents::numeric * cents), 0) from live")) {
            rows.next();
            BigDecimal sum = rows.getBigDecimal(1);
            return sum.toBigIntegerExact();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Reading {
        void read(AnalyticsDocument month, Sums sums);
    }

    /** Sums over several months. */
    private static final class Sums {

        private final Map<String, Spent> byName = new TreeMap<>();

        void categories(AnalyticsDocument month) {
            month.days().values().forEach(day -> day.categories().forEach(this::add));
        }

        void days(AnalyticsDocument month, UnaryOperator<String> name) {
            month.days().forEach((day, sums) -> add(name.apply(day.toString()), new Spent(sums.count(), sums.total())));
        }

        void weekdays(AnalyticsDocument month) {
            month.days()
                    .forEach((day, sums) ->
                            add(String.valueOf(day.getDayOfWeek().getValue()), new Spent(sums.count(), sums.total())));
        }

        void merchants(AnalyticsDocument month) {
            month.merchants().forEach(this::add);
        }

        private void add(String name, Spent spent) {
            byName.merge(
                    name,
                    spent,
                    (one, other) ->
                            new Spent(one.count() + other.count(), one.total().plus(other.total())));
        }
    }
}
