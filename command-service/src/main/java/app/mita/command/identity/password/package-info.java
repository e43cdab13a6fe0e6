/** Passwords: which are good enough, how they are hashed, and who may guess how often. */
@NullMarked
package app.mita.command.identity.password;

import org.jspecify.annotations.NullMarked;
