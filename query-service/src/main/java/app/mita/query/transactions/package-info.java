/** The list of transactions, the merchants, and how a purchase fits the day's budget. */
@NullMarked
package app.mita.query.transactions;

import org.jspecify.annotations.NullMarked;
