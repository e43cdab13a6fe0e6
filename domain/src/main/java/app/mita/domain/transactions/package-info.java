/** What spending does to the day's plan, and whether a spending fits in. */
@NullMarked
package app.mita.domain.transactions;

import org.jspecify.annotations.NullMarked;
