package app.mita.query.style;

import app.mita.api.style.StyleView.Style;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a person; what else it says is ignored.
 *
 * @param cohort such as {@code conservative_saver}
 * @param age    in years
 */
record Person(
        @Size(max = 100) @Nullable String cohort,
        @Min(0) @Max(150) @Nullable Integer age) {

    private static final int LARGE_TEXT_FROM = 60;

    Style style(boolean dark) {
        boolean large = age != null && age >= LARGE_TEXT_FROM;
        return new Style(
                dark ? "dark" : "light", palette(), large ? "large" : "medium", large ? "spacious" : "compact");
    }

    private String palette() {
        return switch (cohort == null ? "" : cohort.strip().toLowerCase(Locale.ROOT)) {
            case "conservative_saver" -> "calm_green";
            case "high_spender", "impulsive_spender" -> "attentive_amber";
            case "lifestyle_spender" -> "vivid_violet";
            default -> "default_neutral";
        };
    }
}
