/** The configuration that every service starts from. */
@NullMarked
package app.mita.runtime;

import org.jspecify.annotations.NullMarked;
