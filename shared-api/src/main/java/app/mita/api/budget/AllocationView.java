package app.mita.api.budget;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An amount, divided (planning.md, behavioral allocation).
 *
 * @param categories         by area of life; they sum to the amount
 * @param method             always {@code behavioral_allocation}
 * @param allocationMethod   dynamic where the user is known, else tier_weights
 * @param confidence         from 0 to 1
 * @param userContextApplied whether the user's own income named the tier
 */
public record AllocationView(
        Map<String, Money> categories,
        Money totalAllocated,
        String method,
        String allocationMethod,
        String incomeTier,
        BigDecimal confidence,
        boolean userContextApplied) {}
