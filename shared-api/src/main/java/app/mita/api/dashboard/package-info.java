/** The main screen: what is kept ready for it. */
@NullMarked
package app.mita.api.dashboard;

import org.jspecify.annotations.NullMarked;
