/** Signing in with an ID token of Google's, or of whichever OpenID Connect issuer is configured in its place. */
@NullMarked
package app.mita.command.identity.google;

import org.jspecify.annotations.NullMarked;
