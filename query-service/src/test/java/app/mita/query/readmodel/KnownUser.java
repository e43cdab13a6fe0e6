package app.mita.query.readmodel;

import app.mita.api.dashboard.DashboardDocument;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Sources in which the user's document has been read. */
public final class KnownUser {

    private KnownUser() {}

    public static Sources at(DashboardDocument document, Instant now) {
        var user = new UUID(0, 1);
        var key = new DocumentKey<>(Model.DASHBOARD, user, "");
        return new Sources(user, now, Map.of(key, new Document<>(document, new Version(1, 1))));
    }

    /** When what has been computed from them changes without an event. */
    public static Instant until(Sources sources) {
        return sources.until();
    }
}
