/** The projections as a service of their own. */
@NullMarked
package app.mita.projection;

import org.jspecify.annotations.NullMarked;
