/** What an income can carry. */
@NullMarked
package app.mita.api.financial;

import org.jspecify.annotations.NullMarked;
