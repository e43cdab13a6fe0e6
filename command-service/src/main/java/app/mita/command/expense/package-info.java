/** The older router for spending: the same command under other words (core.md section 8). */
@NullMarked
package app.mita.command.expense;

import org.jspecify.annotations.NullMarked;
