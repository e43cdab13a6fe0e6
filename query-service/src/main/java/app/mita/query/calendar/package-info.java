/** Months and days of the plan with what was spent. */
@NullMarked
package app.mita.query.calendar;

import org.jspecify.annotations.NullMarked;
