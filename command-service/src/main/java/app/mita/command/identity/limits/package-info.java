/** How often one address, or one account, may knock. */
@NullMarked
package app.mita.command.identity.limits;

import org.jspecify.annotations.NullMarked;
