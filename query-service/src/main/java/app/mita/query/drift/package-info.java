/** How the user's division of money changes from month to month. */
@NullMarked
package app.mita.query.drift;

import org.jspecify.annotations.NullMarked;
