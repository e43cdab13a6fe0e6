package app.mita.domain.budget;

import app.mita.domain.calendar.DayStatus;
import app.mita.domain.transactions.BudgetUse;
import java.util.Collection;
import java.util.Locale;

/** How a day stands while it is under way (planning.md, live status). */
public enum LiveStatus {
    /** Nothing is planned or spent. */
    NEUTRAL,
    GOOD,
    /** A category is over its plan by no more than is forgiven. */
    WARNING,
    /** A category is red. */
    OVER;

    /** @param categories the day's plan and spending */
    public static LiveStatus of(Collection<BudgetUse> categories) {
        return categories.stream()
                .map(use -> of(DayStatus.of(use.planned(), use.spent())))
                .reduce(NEUTRAL, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static LiveStatus of(DayStatus status) {
        return switch (status) {
            case GREEN -> GOOD;
            case YELLOW -> WARNING;
            case RED -> OVER;
        };
    }

    /** The wire word, such as {@code good}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
