package app.mita.domain.onboarding;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The regions that figures are known for. Any other is read as the United States' average. */
public final class RegionalProfiles {

    private static final String NATIONAL = "US";
    private static final Map<String, RegionalProfile> KNOWN = load();

    private RegionalProfiles() {}

    /** Reads the profiles from the class path, which blocks: at a start, so that no event loop has to. */
    public static void prepare() {
        // The class is initialised with the call.
    }

    /** @param region such as {@code US-CA}; null or unknown means the national average */
    public static IncomeTier tierOf(Money monthlyIncome, @Nullable String region) {
        return standing(monthlyIncome, region).tier();
    }

    /**
     * The share of income that each area of life takes in the income's tier, in the order of the region's figures.
     *
     * @param region as for {@link #tierOf}
     */
    public static Map<String, BigDecimal> weightsOf(Money monthlyIncome, @Nullable String region) {
        return standing(monthlyIncome, region).weights();
    }

    /**
     * A region that describes only some tiers puts an income into the lowest that it describes and that holds it;
     * an income above all of them is classed as the national figures have it.
     */
    static Standing standing(Money monthlyIncome, @Nullable String region) {
        var national = profile(null);
        var profile = profile(region);
        var tier = profile.tierOf(monthlyIncome);
        return Arrays.stream(IncomeTier.values())
                .filter(other -> other.compareTo(tier) >= 0 && profile.describes(other))
                .findFirst()
                .map(profile::standing)
                .orElseGet(() -> national.standing(tier));
    }

    /** How far up in its tier an income is, 0 to 1. */
    static BigDecimal heightInTier(Money monthlyIncome, @Nullable String region) {
        return profile(region).heightInTier(monthlyIncome);
    }

    /** The highest annual income of each tier but the last, the lowest tier first. */
    public static SortedMap<IncomeTier, BigDecimal> bounds(@Nullable String region) {
        var bounds = new TreeMap<IncomeTier, BigDecimal>();
        Objects.requireNonNull(profile(region).thresholds())
                .forEach((tier, bound) -> bounds.put(tierNamed(tier), bound));
        return bounds;
    }

    private static IncomeTier tierNamed(String word) {
        return IncomeTier.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static RegionalProfile profile(@Nullable String region) {
        var national = Objects.requireNonNull(KNOWN.get(NATIONAL));
        return region == null ? national : KNOWN.getOrDefault(region.strip().toUpperCase(Locale.ROOT), national);
    }

    private static Map<String, RegionalProfile> load() {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var resource = Objects.requireNonNull(RegionalProfiles.class.getResourceAsStream("regional-profiles.json"));
        Map<String, RegionalProfile> profiles = json.readValue(resource, new TypeReference<>() {});
        var national = Objects.requireNonNull(profiles.get(NATIONAL));
        profiles.replaceAll((region, profile) -> profile.completedBy(national));
        return Map.copyOf(profiles);
    }
}
