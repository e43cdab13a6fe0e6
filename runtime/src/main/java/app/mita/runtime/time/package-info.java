/** Where time comes from. */
@NullMarked
package app.mita.runtime.time;

import org.jspecify.annotations.NullMarked;
