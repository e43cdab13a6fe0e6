/** Recording, correcting and deleting what was spent (core.md section 7). */
@NullMarked
package app.mita.command.transactions;

import org.jspecify.annotations.NullMarked;
