package app.mita.api.financial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Figures that the user's spending is judged by (planning.md, small engines). */
public sealed interface ThresholdsView {

    /**
     * @param thresholds by name; shares of 1, or amounts of money
     * @param userTier   such as {@code lower_middle}
     */
    record Known(String thresholdType, Map<String, BigDecimal> thresholds, String userTier) implements ThresholdsView {}

    /** The contract answers an unknown type with success, and with the types that there are. */
    record Unknown(String error, List<String> availableTypes) implements ThresholdsView {}
}
