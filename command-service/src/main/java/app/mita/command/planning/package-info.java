/**
 * What decisions know of a month: its plan and what was spent in it. A month gets its plan with the first write that
 * needs it, in the same append.
 */
@NullMarked
package app.mita.command.planning;

import org.jspecify.annotations.NullMarked;
