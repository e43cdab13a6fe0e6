/** Exact money. */
@NullMarked
package app.mita.api.money;

import org.jspecify.annotations.NullMarked;
