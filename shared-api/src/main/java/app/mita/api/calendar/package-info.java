/** The month's days: what was planned and what was spent. */
@NullMarked
package app.mita.api.calendar;

import org.jspecify.annotations.NullMarked;
