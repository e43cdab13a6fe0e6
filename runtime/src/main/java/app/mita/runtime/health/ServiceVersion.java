package app.mita.runtime.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What runs here, as health and diagnostics name it. */
@Component
public final class ServiceVersion {

    public static final String SERVICE = "mita";

    private final String version;

    ServiceVersion(ObjectProvider<BuildProperties> build) {
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
    }

    public String version() {
        return version;
    }
}
