package app.mita.domain.onboarding;

import java.util.Locale;

/** An income class, the lowest first. */
public enum IncomeTier {
    LOW,
    LOWER_MIDDLE,
    MIDDLE,
    UPPER_MIDDLE,
    HIGH;

    /** The wire word, such as {@code lower_middle}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
