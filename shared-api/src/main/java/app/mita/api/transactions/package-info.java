/** Money spent: facts, categories and how the contract shows them. */
@NullMarked
package app.mita.api.transactions;

import org.jspecify.annotations.NullMarked;
