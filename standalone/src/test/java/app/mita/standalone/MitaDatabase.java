package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What is in the database of a running process, past everything that guards it. */
record MitaDatabase(String url, String password) {

    private static final Pattern ADDRESS = Pattern.compile("PostgreSQL +(\\S+)");

    static MitaDatabase of(RunningMita mita, RunningMita.Run up) throws IOException {
        var address = ADDRESS.matcher(up.text()).results().findFirst().orElseThrow();
        return new MitaDatabase(
                "jdbc:postgresql://" + address.group(1) + "/" + DatabaseSetup.DATABASE,
                Secrets.readIn(mita.data()).databasePassword());
    }

    /** The first column of the first row. */
    String row(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    /** Changes one row. */
    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, DatabaseSetup.OWNER, password);
    }
}
