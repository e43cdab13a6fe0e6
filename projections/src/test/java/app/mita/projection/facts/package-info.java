/** Tests of the facts for analytics. */
@NullMarked
package app.mita.projection.facts;

import org.jspecify.annotations.NullMarked;
