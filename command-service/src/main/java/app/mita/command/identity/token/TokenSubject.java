package app.mita.command.identity.token;

import app.mita.api.identity.Role;
import java.util.UUID;

/**
 * Whom tokens are for.
 *
 * @param session the login they belong to
 * @param country two capital letters
 * @param version raised whenever the password changes
 */
public record TokenSubject(UUID user, UUID session, Role role, boolean premium, String country, int version) {}
