package app.mita.domain.onboarding;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The regions that figures are known for. Any other is read as the United States' average. */
public final class RegionalProfiles {

    private static final String NATIONAL = "US";
    private static final Map<String, RegionalProfile> KNOWN = load();

    private RegionalProfiles() {}

    /**
     * An income's class in a region, with all that a budget takes from it.
     *
     * @param weights the share of income that each area of life takes; an area may be absent
     */
    record Standing(IncomeTier tier, Map<String, BigDecimal> weights, String behavior, BigDecimal costOfLiving) {}

    /** @param region such as {@code US-CA}; null or unknown means the national average */
    public static IncomeTier tierOf(Money monthlyIncome, @Nullable String region) {
        return standing(monthlyIncome, region).tier();
    }

    /**
     * A region that describes only some tiers puts an income into the lowest that it describes and that holds it;
     * an income above all of them is classed as the national figures have it.
     */
    static Standing standing(Money monthlyIncome, @Nullable String region) {
        var national = profile(NATIONAL);
        var profile = profile(region == null ? NATIONAL : region.strip().toUpperCase(Locale.ROOT));
        var tier = profile.tierOf(monthlyIncome);
        for (int rank = tier.ordinal(); rank < IncomeTier.values().length; rank++) {
            var described = IncomeTier.values()[rank];
            var weights = profile.tiers().get(described.word());
            if (weights != null) {
                return standing(described, weights, profile);
            }
        }
        return standing(tier, Objects.requireNonNull(national.tiers().get(tier.word())), profile);
    }

    private static Standing standing(IncomeTier tier, Map<String, BigDecimal> weights, RegionalProfile profile) {
        return new Standing(
                tier,
                weights,
                Objects.requireNonNull(profile.behavior()),
                Objects.requireNonNull(profile.costOfLiving()));
    }

    private static RegionalProfile profile(String region) {
        var national = Objects.requireNonNull(KNOWN.get(NATIONAL));
        return KNOWN.getOrDefault(region, national).completedBy(national);
    }

    private static Map<String, RegionalProfile> load() {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var resource = Objects.requireNonNull(RegionalProfiles.class.getResourceAsStream("regional-profiles.json"));
        return json.readValue(resource, new TypeReference<>() {});
    }
}
