package app.mita.command.analytics;

import app.mita.api.event.PersonalText;
import app.mita.domain.time.WrittenTime;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much the app may say about its use, since it is kept for ever, and how that is kept. */
final class Limits {

    /** Characters of a name, such as a screen's. */
    static final int WORD = 200;

    /** Characters of the metadata as JSON. */
    static final int METADATA = 4_000;

    private Limits() {}

    static String json(Map<String, Object> metadata) {
        return MitaJson.mapper().writeValueAsString(metadata);
    }

    static @Nullable PersonalText personal(@Nullable Map<String, Object> metadata) {
        return metadata == null ? null : new PersonalText(json(metadata));
    }

    static Instant time(@Nullable String timestamp, ZoneId zone, Instant now) {
        return timestamp == null ? now : WrittenTime.parse(timestamp).in(zone, now);
    }
}
