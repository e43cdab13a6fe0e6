/** How a month's money falls on its days. */
@NullMarked
package app.mita.domain.planning;

import org.jspecify.annotations.NullMarked;
