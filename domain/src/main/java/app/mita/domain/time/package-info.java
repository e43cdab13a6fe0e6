/** Instants as a user's own calendar has them. */
@NullMarked
package app.mita.domain.time;

import org.jspecify.annotations.NullMarked;
