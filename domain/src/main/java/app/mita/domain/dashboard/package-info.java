/** The arithmetic of the main screen. */
@NullMarked
package app.mita.domain.dashboard;

import org.jspecify.annotations.NullMarked;
