/** Who sent a request: token checks and revocation, the same on every service. */
@NullMarked
package app.mita.runtime.security;

import org.jspecify.annotations.NullMarked;
