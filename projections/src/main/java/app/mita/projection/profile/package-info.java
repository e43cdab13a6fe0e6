/** Read model {@code profile}: who the user is and what they answered. */
@NullMarked
package app.mita.projection.profile;

import org.jspecify.annotations.NullMarked;
