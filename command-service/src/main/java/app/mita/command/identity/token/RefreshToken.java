package app.mita.command.identity.token;

import java.util.UUID;

/**
 * A refresh token that we signed and that has not ended by itself; the session says whether it is still the one to use.
 *
 * @param id its jti
 */
public record RefreshToken(UUID user, UUID session, UUID id) {}
