/** Random lives of users, and what the read models must show after them. */
@NullMarked
package app.mita.projection.history;

import org.jspecify.annotations.NullMarked;
