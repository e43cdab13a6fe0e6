package app.mita.projection.engine;

import java.util.concurrent.ThreadFactory;

/** Threads that build generations. What is live comes first, where the JVM was told to heed priorities. */
final class BuildThreads {

    private BuildThreads() {}

    static ThreadFactory of(Projection projection, String role) {
        return Thread.ofPlatform()
                .name("build-" + projection.name() + "-" + role)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory();
    }
}
