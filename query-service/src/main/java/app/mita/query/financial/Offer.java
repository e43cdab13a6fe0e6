package app.mita.query.financial;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Something that can be paid in monthly parts.
 *
 * @param price  from 1 to 1,000,000
 * @param months from 1 to 60
 */
record Offer(
        @NotNull @Digits(integer = 100, fraction = 2) BigDecimal price,
        @NotNull Integer months) {

    private static final BigDecimal LEAST = BigDecimal.ONE;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final int FEWEST_MONTHS = 1;
    private static final int MOST_MONTHS = 60;

    /** @throws Refused OUT_OF_RANGE, which is no fault of the body's schema in the contract */
    Offer checked() {
        if (price.compareTo(LEAST) < 0 || price.compareTo(MOST) > 0) {
            throw new Refused(
                    ErrorCode.OUT_OF_RANGE,
                    "The price is out of range.",
                    Map.of("min_price", LEAST, "max_price", MOST));
        }
        if (months < FEWEST_MONTHS || months > MOST_MONTHS) {
            throw new Refused(
                    ErrorCode.OUT_OF_RANGE,
                    "The number of months is out of range.",
                    Map.of("min_months", FEWEST_MONTHS, "max_months", MOST_MONTHS, "provided_months", months));
        }
        return this;
    }
}
