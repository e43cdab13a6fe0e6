package app.mita.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seasons in which the user spends more, as the contract shows them (planning.md, seasonal-patterns).
 *
 * @param nextSeason the first of the patterns' seasons to begin after today; null when there is no pattern
 * @param message    only when too little is known to look for patterns
 */
public record SeasonalPatternsView(
        List<Pattern> patterns,
        @JsonInclude @Nullable NextSeason nextSeason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message) {

    /**
     * @param season          holiday_season or summer
     * @param months          their numbers, 1 to 12
     * @param averageIncrease over a month outside of the season; 0.25 is a quarter more
     */
    public record Pattern(
            String season,
            List<Integer> months,
            BigDecimal averageIncrease,
            List<String> categoriesAffected,
            String recommendation) {}

    /** @param expectedImpact the pattern's average increase */
    public record NextSeason(String name, long startsInDays, BigDecimal expectedImpact) {}
}
