/**
 * Access to the read models' rows: single documents by key through conditional, coalesced reads and a checked cache;
 * lists through their index. Features ask {@link app.mita.query.readmodel.Documents} and
 * {@link app.mita.query.readmodel.Rows}; everything else is theirs alone.
 */
@NullMarked
package app.mita.query.readmodel;

import org.jspecify.annotations.NullMarked;
