/** What the user's spending shows: sums by category and day, habits, seasons; and the same of a calendar that is sent. */
@NullMarked
package app.mita.query.analytics;

import org.jspecify.annotations.NullMarked;
