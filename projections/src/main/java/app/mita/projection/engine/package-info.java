/**
 * The projection engine: takes events from Kafka, folds them into the documents of every {@link
 * app.mita.projection.engine.ReadModel}, and stores documents and progress in one transaction. A read model is written
 * against {@code ReadModel} and {@code IndexColumns} alone; operators look at {@code ProjectionStatus}.
 *
 * <p>The way of a batch: {@code LiveConsumer} polls, {@code Arrivals} reads headers and drops what has been applied,
 * {@code BatchFold} folds, {@code BatchStore} stores. A partition is held by a {@code Claim}, whose epoch fences off
 * whoever held it before.
 */
@NullMarked
package app.mita.projection.engine;

import org.jspecify.annotations.NullMarked;
