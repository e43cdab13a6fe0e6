/** How a user wants their budget kept: mode, automation and weights; and the warnings they wave aside (planning.md). */
@NullMarked
package app.mita.command.budget;

import org.jspecify.annotations.NullMarked;
