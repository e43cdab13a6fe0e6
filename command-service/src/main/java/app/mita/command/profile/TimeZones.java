package app.mita.command.profile;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of time zones as clients send them. */
public final class TimeZones {

    public static final String UTC = "UTC";
    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {}

    /** The IANA name; UTC for one that is unknown or absent (core.md section 3). */
    public static String knownOrUtc(@Nullable String name) {
        return name != null && KNOWN.contains(name.strip()) ? name.strip() : UTC;
    }
}
