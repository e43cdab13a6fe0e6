/** Read models {@code settings} and {@code redistribution}: how a budget is kept, and what was moved in it. */
@NullMarked
package app.mita.projection.budget;

import org.jspecify.annotations.NullMarked;
