/** How the division of money changes from month to month. */
@NullMarked
package app.mita.api.drift;

import org.jspecify.annotations.NullMarked;
