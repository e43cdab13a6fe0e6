package app.mita.runtime.diagnostics;

import app.mita.runtime.health.CheckedParts;
import app.mita.runtime.health.CheckedParts.CheckedPart;

/**
 * How many are well.
 *
 * @param overallHealth    {@code healthy}, {@code degraded} or {@code unhealthy}
 * @param healthPercentage 100 when there are none
 */
record Summary(
        int totalServices,
        int healthyServices,
        int degradedServices,
        int failedServices,
        String overallHealth,
        double healthPercentage) {

    /** Of nothing. */
    static final Summary EMPTY = new Summary(0, 0, 0, 0, "healthy", 100);

    static Summary of(CheckedParts checked) {
        int total = checked.parts().size();
        int healthy =
                (int) checked.parts().stream().filter(CheckedPart::isConnected).count();
        int late = (int) checked.parts().stream().filter(CheckedPart::isLate).count();
        return new Summary(
                total,
                healthy,
                late,
                total - healthy - late,
                checked.status(),
                total == 0 ? 100 : 100.0 * healthy / total);
    }
}
