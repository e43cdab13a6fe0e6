/** What the user's income can carry, and how it may be divided. */
@NullMarked
package app.mita.query.financial;

import org.jspecify.annotations.NullMarked;
