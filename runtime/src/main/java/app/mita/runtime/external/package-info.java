/** Services of others that we may be set up to use, and whether they answer. */
@NullMarked
package app.mita.runtime.external;

import org.jspecify.annotations.NullMarked;
