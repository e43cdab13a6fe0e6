/** The budget of a month: what is spent and left of it, where it leads, and how it is kept. */
@NullMarked
package app.mita.query.budget;

import org.jspecify.annotations.NullMarked;
