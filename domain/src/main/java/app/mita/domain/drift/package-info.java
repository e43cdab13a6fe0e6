/** How a person's way of dividing money changes from month to month. */
@NullMarked
package app.mita.domain.drift;

import org.jspecify.annotations.NullMarked;
