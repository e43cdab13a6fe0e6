package app.mita.api.event;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A consistency boundary's name, put on every event that belongs to it (a tag of the dynamic consistency boundary).
 * Every tag names its user, so that no command ever sees another user's facts.
 *
 * @param value such as {@code month:<user>/2026-11}
 */
public record EventTag(String value) {

    private static final int UUID_LENGTH = 36;

    /** Who the user is: registration, profile, onboarding, grants, deletion. Short for ever. */
    public static EventTag account(UUID user) {
        return new EventTag("account:" + user);
    }

    public static EventTag transaction(UUID user, UUID transaction) {
        return new EventTag("transaction:" + user + "/" + transaction);
    }

    /** One month of one user: its plan and the spending of its local days. */
    public static EventTag month(UUID user, YearMonth month) {
        return new EventTag("month:" + user + "/" + month);
    }

    /** How a user wants their budget kept. */
    public static EventTag settings(UUID user) {
        return new EventTag("settings:" + user);
    }

    /** How a user uses the app; nothing is ever decided on it. */
    public static EventTag usage(UUID user) {
        return new EventTag("usage:" + user);
    }

    /** Who is named in it. */
    public UUID user() {
        int start = value.indexOf(':') + 1;
        return UUID.fromString(value.substring(start, start + UUID_LENGTH));
    }
}
