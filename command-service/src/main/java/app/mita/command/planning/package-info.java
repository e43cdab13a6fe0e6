/**
 * What decisions know of a month, its plan and what was spent in it, and changes of the plan. A month gets its plan with
 * the first write that needs it, in the same append; a write that overspends a day takes from later ones likewise.
 */
@NullMarked
package app.mita.command.planning;

import org.jspecify.annotations.NullMarked;
