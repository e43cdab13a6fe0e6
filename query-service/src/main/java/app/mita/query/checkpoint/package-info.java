/** A route that the contract has and that nothing stands behind. */
@NullMarked
package app.mita.query.checkpoint;

import org.jspecify.annotations.NullMarked;
