/**
 * A real PostgreSQL and a real Kafka broker that need nothing but this JVM: for {@code ./mita up} and for the tests.
 *
 * <p>{@link app.mita.embedded.PostgresServer} and {@link app.mita.embedded.KafkaServer} keep their data in a directory,
 * survive being killed and never run twice over the same directory. {@link app.mita.embedded.TestBackend} is one of
 * each, shared by all tests of a JVM.
 */
@NullMarked
package app.mita.embedded;

import org.jspecify.annotations.NullMarked;
