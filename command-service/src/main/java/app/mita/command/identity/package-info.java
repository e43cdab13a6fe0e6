/**
 * Getting in and out of an account: registration, login, sessions, passwords, deletion, grants. The log knows that an
 * account exists and what it may do; the secrets are in schema {@code identity} and in no event. What spans both is
 * begun in the database, decided by a command and finished in the database; {@link
 * app.mita.command.identity.UnfinishedWork} finishes what a crash left in between.
 */
@NullMarked
package app.mita.command.identity;

import org.jspecify.annotations.NullMarked;
