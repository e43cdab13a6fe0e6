/** A month's plan by itself. */
@NullMarked
package app.mita.query.planning;

import org.jspecify.annotations.NullMarked;
