/** The contract's errors. */
@NullMarked
package app.mita.api.wire;

import org.jspecify.annotations.NullMarked;
