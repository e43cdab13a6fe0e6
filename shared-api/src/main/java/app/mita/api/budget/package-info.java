/** How a user wants their budget kept: mode, automation, weights; and what was done on their behalf. */
@NullMarked
package app.mita.api.budget;

import org.jspecify.annotations.NullMarked;
