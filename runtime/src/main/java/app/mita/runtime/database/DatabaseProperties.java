package app.mita.runtime.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param username  the role that the services work as; has the least rights
 * @param ownerUsername the role that migrates: owns the schemas and may create roles; a service that does not migrate
 *     needs to know neither its name nor its password
 * @param poolSize  connections of the common pool
 * @param genericPlans  plan each prepared statement once instead of per execution (measured: planning dominated)
 * @param statementTimeout ends what runs away
 * @param lockTimeout   ends waiting for a lock
 * @param acquireTimeout how long a request waits for a connection before it is answered 503
 * @param startupWait   how long a start waits for a database that is not up yet
 */
@ConfigurationProperties("mita.database")
public record DatabaseProperties(
        String host,
        int port,
        String name,
        String username,
        @DefaultValue("") String password,
        String ownerUsername,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("4") int poolSize,
        @DefaultValue("true") boolean genericPlans,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("3s") Duration acquireTimeout,
        @DefaultValue("60s") Duration startupWait) {

    /** Never the passwords. */
    @Override
    public String toString() {
        return username + "@" + host + ":" + port + "/" + name;
    }
}
