package app.mita.command.analytics;

import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Something that the app says its user did. */
interface Usage {

    /**
     * @param zone the user's, for a time without an offset
     * @param now  when the app did not say
     */
    MitaEvent event(UUID user, ZoneId zone, Instant now);
}
