package app.mita.projection.engine;

import reactor.blockhound.BlockHound;

/** Makes a call that blocks an event loop fail. */
final class Blocking {

    private Blocking() {}

    static void detect() {
        // The driver signs in with SCRAM, whose nonce comes from the system's random numbers: a file that never waits.
        BlockHound.install(
                builder -> builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully"));
    }
}
