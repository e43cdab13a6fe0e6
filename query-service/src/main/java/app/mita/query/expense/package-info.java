/** The older router's list of expenses. */
@NullMarked
package app.mita.query.expense;

import org.jspecify.annotations.NullMarked;
