/**
 * The record of what operators did, shared by every service that does something for them. Every deed is an {@code
 * Operation}: one row, done once for its id, which says who wanted it, when and why.
 */
@NullMarked
package app.mita.runtime.operations;

import org.jspecify.annotations.NullMarked;
