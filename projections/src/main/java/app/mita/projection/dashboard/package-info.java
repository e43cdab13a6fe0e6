/** Read model {@code dashboard}: all that the main screen needs, whatever the clock says when it is read. */
@NullMarked
package app.mita.projection.dashboard;

import org.jspecify.annotations.NullMarked;
