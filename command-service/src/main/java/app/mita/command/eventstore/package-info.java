/**
 * The event store: an append-only log in PostgreSQL behind Axon's EventStorageEngine, written in groups that share one
 * commit. Others read it through {@link app.mita.command.eventstore.EventLog}.
 */
@NullMarked
package app.mita.command.eventstore;

import org.jspecify.annotations.NullMarked;
