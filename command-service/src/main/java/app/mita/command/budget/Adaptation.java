package app.mita.command.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of POST /api/budget/auto_adapt.
 *
 * @param reason         a word for programs
 * @param adaptedWeights absent unless adapted
 */
record Adaptation(
        boolean adapted,
        String reason,
        String message,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, BigDecimal> adaptedWeights) {

    static Adaptation of(AdaptWeights.Outcome outcome) {
        return switch (outcome) {
            case AdaptWeights.Outcome.Adapted(var weights) ->
                new Adaptation(
                        true, "spending_changed", "Your budget follows what you spent in the last 60 days.", weights);
            case AdaptWeights.Outcome.SwitchedOff _ ->
                unchanged("auto_adapt_disabled", "Automatic adaptation is switched off in your settings.");
            case AdaptWeights.Outcome.NothingSpent _ ->
                unchanged("no_spending", "There is no spending in the last 60 days to learn from.");
            case AdaptWeights.Outcome.FitsAlready _ ->
                unchanged("no_significant_change", "Your budget already fits what you spend.");
        };
    }

    private static Adaptation unchanged(String reason, String message) {
        return new Adaptation(false, reason, message, null);
    }
}
