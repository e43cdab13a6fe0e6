package app.mita.api.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Read model {@code settings}, key {@code ""}: how a user wants their budget kept. Absent while they never said.
 *
 * @param mode        null while it was never set
 * @param weights     as last adapted; null while they never were
 * @param adaptations the newest first, a bounded number of them
 */
public record SettingsDocument(
        @Nullable String mode,
        Automation automation,
        @Nullable Map<String, BigDecimal> weights,
        List<Adaptation> adaptations) {

    /** How many adaptations are remembered. */
    public static final int ADAPTATIONS = 20;

    public record Adaptation(UUID id, Map<String, BigDecimal> before, Map<String, BigDecimal> after, Instant at) {}
}
