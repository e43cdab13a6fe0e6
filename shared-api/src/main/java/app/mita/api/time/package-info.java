/** How times are written in events and documents. */
@NullMarked
package app.mita.api.time;

import org.jspecify.annotations.NullMarked;
