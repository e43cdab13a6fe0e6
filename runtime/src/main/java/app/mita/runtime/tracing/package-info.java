/** Traces: one leads from a request through its command, the append, the relay and Kafka to the read models. */
@NullMarked
package app.mita.runtime.tracing;

import org.jspecify.annotations.NullMarked;
