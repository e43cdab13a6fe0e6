/** How a day of the plan went. */
@NullMarked
package app.mita.domain.calendar;

import org.jspecify.annotations.NullMarked;
