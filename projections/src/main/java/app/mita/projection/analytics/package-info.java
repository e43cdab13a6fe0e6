/** Read model {@code analytics}: each month's spending of a user, in sums by day, category and merchant. */
@NullMarked
package app.mita.projection.analytics;

import org.jspecify.annotations.NullMarked;
