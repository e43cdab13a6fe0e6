/** The write side: commands become events in the log, and events become records on Kafka. */
@NullMarked
package app.mita.command;

import org.jspecify.annotations.NullMarked;
