package app.mita.projection.operations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which replay is wanted. One of position and time at most says where it begins: only users with an event there or later
 * are folded anew.
 *
 * @param fromPosition   null for all
 * @param fromTime       the same, by time
 * @param switchesItself whether it becomes the live one when it has caught up
 */
public record ReplayWish(
        @Nullable Long fromPosition, @Nullable Instant fromTime, boolean switchesItself) {

    /** For the record of the deed. */
    public Map<String, Object> arguments() {
        var arguments = new LinkedHashMap<String, Object>();
        if (fromPosition != null) {
            arguments.put("from_position", fromPosition);
        }
        if (fromTime != null) {
            arguments.put("from_time", fromTime);
        }
        arguments.put("switches_itself", switchesItself);
        return arguments;
    }
}
