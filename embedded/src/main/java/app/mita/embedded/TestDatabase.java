package app.mita.embedded;

/**
 * An empty database of a test and the role that owns it (the role may create roles, and is no superuser).
 *
 * @param host the server's address
 */
public record TestDatabase(String host, int port, String name, String owner, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }
}
