/** What every event has in common, and how it travels: the envelope, the vocabulary, personal text, partitions and headers. */
@NullMarked
package app.mita.api.event;

import org.jspecify.annotations.NullMarked;
