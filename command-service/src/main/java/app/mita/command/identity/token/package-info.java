/** The tokens we issue: keys that sign them, how they are made, and their public keys for whoever checks them. */
@NullMarked
package app.mita.command.identity.token;

import org.jspecify.annotations.NullMarked;
