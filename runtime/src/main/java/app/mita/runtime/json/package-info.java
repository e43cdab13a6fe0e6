/** JSON as MITA writes and reads it, the same in answers, documents, the log and on Kafka. */
@NullMarked
package app.mita.runtime.json;

import org.jspecify.annotations.NullMarked;
