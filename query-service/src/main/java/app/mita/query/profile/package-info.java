/** Who the user is, and whether they are premium. */
@NullMarked
package app.mita.query.profile;

import org.jspecify.annotations.NullMarked;
