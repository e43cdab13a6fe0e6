package app.mita.runtime.diagnostics;

import app.mita.runtime.health.CheckedParts;
import app.mita.runtime.health.CheckedParts.CheckedPart;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a part of this process was found.
 *
 * @param status    {@code connected}, {@code disconnected} or {@code timeout}
 * @param latencyMs until it answered
 * @param details   the part's own figures, such as lag in events
 */
record PartReport(String status, double latencyMs, Map<String, Object> details) {

    /** By the parts' names. */
    static Map<String, PartReport> of(CheckedParts checked) {
        var reports = new LinkedHashMap<String, PartReport>();
        checked.parts().forEach(part -> reports.put(part.name(), of(part)));
        return reports;
    }

    private static PartReport of(CheckedPart part) {
        return new PartReport(
                part.state().status(), part.took().toNanos() / 1e6, part.state().details());
    }
}
