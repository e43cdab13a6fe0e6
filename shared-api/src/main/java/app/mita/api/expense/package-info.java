/** The older router's words for transactions. */
@NullMarked
package app.mita.api.expense;

import org.jspecify.annotations.NullMarked;
