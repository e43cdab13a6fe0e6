package app.mita.runtime;

import reactor.blockhound.BlockHound;

/** Makes a blocking call on an event loop fail, in this whole test run. */
final class NoBlocking {

    static {
        // Reads /dev/urandom, which never waits.
        BlockHound.builder()
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .install();
    }

    private NoBlocking() {}

    static void install() {
        // The class is initialised once.
    }
}
