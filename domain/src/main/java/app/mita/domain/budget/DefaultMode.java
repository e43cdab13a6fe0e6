package app.mita.domain.budget;

import app.mita.domain.onboarding.IncomeTier;

/** How a budget is kept until its user chooses (planning.md, mode). */
public final class DefaultMode {

    private DefaultMode() {}

    /** The more there is beyond what life costs, the more of it can be put to work. */
    public static String of(IncomeTier tier) {
        return switch (tier) {
            case HIGH -> "aggressive";
            case UPPER_MIDDLE -> "balanced";
            case MIDDLE, LOWER_MIDDLE, LOW -> "default";
        };
    }
}
