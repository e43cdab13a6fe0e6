/** The main screen and the quick stats, rendered from one document and the clock. */
@NullMarked
package app.mita.query.dashboard;

import org.jspecify.annotations.NullMarked;
