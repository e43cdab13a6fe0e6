/** Spending by day, category and merchant; and how the app is used. */
@NullMarked
package app.mita.api.analytics;

import org.jspecify.annotations.NullMarked;
