package app.mita.embedded;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * The calls that a test run lets an event loop make although BlockHound takes them for blocking.
 *
 * <p>BlockHound starts with the test platform, before there is any event loop: started later, it kills the threads that
 * wait already, with their locks.
 */
public final class BlockingAllowances implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        // The system's random numbers are a file that never waits; the driver signs in with them.
        hound.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
                .allowBlockingCallsInside("com.ongres.scram.client.ScramClient$Builder", "build")
                // The validator's texts, once a language, from its own jar.
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl")
                // Locks around a moment of computing: a reader of a new type, a segment of a map.
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                .allowBlockingCallsInside("org.springframework.util.ConcurrentReferenceHashMap$Segment", "doTask")
                .allowBlockingCallsInside(
                        "org.springframework.util.ConcurrentReferenceHashMap$Segment", "restructureIfNecessary");
    }
}
