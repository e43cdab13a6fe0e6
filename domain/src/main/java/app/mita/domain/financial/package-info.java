/** What an income can carry. */
@NullMarked
package app.mita.domain.financial;

import org.jspecify.annotations.NullMarked;
