/**
 * Access to the read models' rows. Features ask {@link app.mita.query.readmodel.Documents} for what is drawn or computed
 * from documents, {@link app.mita.query.readmodel.Lists} for lists, both through conditional, shared reads and a checked
 * cache, and {@link app.mita.query.readmodel.Rows} for the rest; everything else is theirs alone.
 */
@NullMarked
package app.mita.query.readmodel;

import org.jspecify.annotations.NullMarked;
