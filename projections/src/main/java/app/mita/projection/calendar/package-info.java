/** Read model {@code calendar}: each month of a user, planned and spent; and the arithmetic of spending by day. */
@NullMarked
package app.mita.projection.calendar;

import org.jspecify.annotations.NullMarked;
