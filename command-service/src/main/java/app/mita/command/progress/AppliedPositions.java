package app.mita.command.progress;

import java.util.HashMap;
import java.util.Map;

/** What the projections say when they have committed: {@code <partition>:<position>,<partition>:<position>…}. */
final class AppliedPositions {

    private AppliedPositions() {}

    /**
     * @return the position per partition
     * @throws IllegalArgumentException for anything else; NumberFormatException is one
     */
    static Map<Integer, Long> parse(String payload) {
        Map<Integer, Long> positions = new HashMap<>();
        for (String part : payload.split(",")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no partition:position in '" + part + "'");
            }
            positions.merge(
                    Integer.parseInt(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1)), Math::max);
        }
        return positions;
    }
}
