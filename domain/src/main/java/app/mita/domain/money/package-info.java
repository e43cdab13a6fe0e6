/** Dividing money so that no cent is lost. */
@NullMarked
package app.mita.domain.money;

import org.jspecify.annotations.NullMarked;
