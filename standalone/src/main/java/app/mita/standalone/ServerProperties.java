package app.mita.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The services' configuration by this process. The addresses of the embedded servers are known when those run: whoever
 * asks for one waits until then. So Spring prepares itself while the servers start, and the first bean that needs one
 * is the first that waits.
 */
final class ServerProperties extends EnumerablePropertySource<Map<String, Supplier<Object>>> {

    private ServerProperties(Map<String, Supplier<Object>> values) {
        super("mita standalone", values);
    }

    static ServerProperties of(EmbeddedServers servers, Secrets secrets, Listen listen) {
        var values = new LinkedHashMap<String, Supplier<Object>>();
        values.put("server.address", listen::address);
        values.put("server.port", listen::port);
        values.put("mita.database.host", () -> servers.postgres().host());
        values.put("mita.database.port", () -> servers.postgres().port());
        values.put("mita.database.name", () -> DatabaseSetup.DATABASE);
        values.put("mita.database.password", secrets::databasePassword);
        values.put("mita.database.owner-username", () -> DatabaseSetup.OWNER);
        values.put("mita.database.owner-password", secrets::databasePassword);
        values.put("mita.kafka.bootstrap-servers", () -> servers.kafka().bootstrapServers());
        // The only process over its data: after a kill it need not wait for its own earlier session to end.
        values.put("mita.projections.instance", () -> "standalone");
        values.put("mita.personal-data.master-key", secrets::masterKey);
        values.put(
                "mita.personal-data.previous-master-keys",
                () -> Objects.requireNonNullElse(secrets.previousMasterKey(), ""));
        values.put("mita.ops.token", secrets::opsToken);
        values.put("mita.metrics.token", secrets::metricsToken);
        values.put("mita.security.jwks-uri", () -> listen.local() + "/.well-known/jwks.json");
        return new ServerProperties(values);
    }

    @Override
    public String[] getPropertyNames() {
        return source.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        var value = source.get(name);
        return value == null ? null : value.get();
    }

    /** Answers without waiting for a value. */
    @Override
    public boolean containsProperty(String name) {
        return source.containsKey(name);
    }
}
