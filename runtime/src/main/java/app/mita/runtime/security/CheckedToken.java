package app.mita.runtime.security;

import java.time.Instant;

/** An access token that was found good; shared by all requests with the same text. The text itself is not kept. */
record CheckedToken(Caller caller, Instant expiresAt) {}
