/** How the app should look for a person. */
@NullMarked
package app.mita.query.style;

import org.jspecify.annotations.NullMarked;
