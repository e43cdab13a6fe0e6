/** Reading the topic of events, for whoever keeps a place in it. */
@NullMarked
package app.mita.projection.topic;

import org.jspecify.annotations.NullMarked;
