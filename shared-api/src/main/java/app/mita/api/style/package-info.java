/** How the app should look for a person. */
@NullMarked
package app.mita.api.style;

import org.jspecify.annotations.NullMarked;
