package app.mita.standalone;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The servers and the services of the process: started side by side, stopped in the opposite order of need. */
final class Backend {

    private final DataDirectory data;
    private final EmbeddedServers servers;
    private final AtomicReference<@Nullable ConfigurableApplicationContext> services = new AtomicReference<>();

    private Backend(DataDirectory data, EmbeddedServers servers) {
        this.data = data;
        this.servers = servers;
    }

    /** Starts the servers and returns at once; {@link #startServices} completes it. */
    static Backend start(DataDirectory data, Secrets secrets) {
        return new Backend(data, EmbeddedServers.start(data, secrets));
    }

    /** Returns when the API answers. */
    void startServices(Secrets secrets, Listen listen) {
        var application = new SpringApplication(StandaloneApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        // Ours stops the servers too, and only after the services.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(ServerProperties.of(servers, secrets, listen)));
        services.set(application.run());
    }

    EmbeddedServers servers() {
        return servers;
    }

    /** Stops what has been started. Services that are still starting are left to the end of the process. */
    void stop() {
        servers.expectEnd();
        var context = services.getAndSet(null);
        if (context != null) {
            context.close();
        }
        servers.close();
        try {
            data.close();
        } catch (java.io.IOException e) {
            // The lock ends with the process in any case.
        }
    }
}
