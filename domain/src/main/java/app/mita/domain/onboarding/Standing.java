package app.mita.domain.onboarding;

import java.math.BigDecimal;
import java.util.Map;

/**
 * An income's class in its region, with all that a budget takes from it.
 *
 * @param weights      the share of income that each area of life takes; an area may be absent
 * @param costOfLiving relative to the national average, which is 1
 */
record Standing(IncomeTier tier, Map<String, BigDecimal> weights, String behavior, BigDecimal costOfLiving) {}
