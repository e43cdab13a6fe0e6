/**
 * The relay: publishes each event of the log once to Kafka, in order, however it is interrupted. One node leads; what
 * Kafka holds says where to go on. Nothing here is used from outside.
 */
@NullMarked
package app.mita.command.relay;

import org.jspecify.annotations.NullMarked;
