/** Forgotten passwords: tokens by mail, used once. */
@NullMarked
package app.mita.command.identity.reset;

import org.jspecify.annotations.NullMarked;
