/**
 * Small ready facts for analytics, on a compacted topic: what was spent by user, day and category. Made from the topic of
 * events beside the projections that serve the app, by a consumer and a connection of its own; nothing waits for it.
 *
 * <p>Each fact is published once however often the process dies: facts and the place they were made from are committed
 * in one transaction of Kafka. The sums that facts grow from are in the database, which may lag behind Kafka: events in
 * between are folded again, silently. When it is not known what Kafka was told, everything is folded silently, and then
 * each present fact is told once.
 */
@NullMarked
package app.mita.projection.facts;

import org.jspecify.annotations.NullMarked;
