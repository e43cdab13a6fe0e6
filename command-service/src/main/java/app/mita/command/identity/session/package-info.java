/** Logins: rotating a session's refresh token, ending a session on every service. */
@NullMarked
package app.mita.command.identity.session;

import org.jspecify.annotations.NullMarked;
