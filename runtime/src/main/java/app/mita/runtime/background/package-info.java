/** Work that goes on beside the requests. */
@NullMarked
package app.mita.runtime.background;

import org.jspecify.annotations.NullMarked;
