/** Read models {@code transaction} and {@code merchant}: the lists of what was spent, and where. */
@NullMarked
package app.mita.projection.transactions;

import org.jspecify.annotations.NullMarked;
