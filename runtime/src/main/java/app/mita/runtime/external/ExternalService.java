package app.mita.runtime.external;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** A service of somebody else's; a bean of the module that uses it. */
public interface ExternalService {

    /** In routes and answers, such as {@code google_oauth}. */
    String name();

    /** For people. */
    String title();

    /** Whether this process is set up to use it. */
    boolean isEnabled();

    /** How long we wait for it. */
    Duration timeout();

    /**
     * Asks it for something that changes nothing; only called when it is enabled.
     *
     * @return empty when it answers; fails with {@link NoAnswer}, or with whatever kept us from asking
     */
    Mono<Void> ask();

    /** What was wrong with an answer, or with the way there; names no address. */
    final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NoAnswer(String message) {
            super(message, null, false, false);
        }
    }
}
