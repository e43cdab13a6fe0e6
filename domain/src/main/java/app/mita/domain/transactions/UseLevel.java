package app.mita.domain.transactions;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;

/** How much of a budget is used, in steps that a person can act on. */
public enum UseLevel {
    SAFE("safe", "safe"),
    /** From 70 percent. */
    CAUTION("caution", "caution"),
    /** From 80 percent. */
    WARNING("warning", "warning"),
    /** From 90 percent. */
    DANGER("danger", "danger"),
    /** From 100 percent. */
    OVER("over_budget", "blocked");

    private final String status;
    private final String warning;

    UseLevel(String status, String warning) {
        this.status = status;
        this.warning = warning;
    }

    static UseLevel of(Money planned, Money spent) {
        if (!spent.isPositive()) {
            return SAFE;
        }
        if (Percent.reaches(spent, planned, 100)) {
            return OVER;
        }
        if (Percent.reaches(spent, planned, 90)) {
            return DANGER;
        }
        if (Percent.reaches(spent, planned, 80)) {
            return WARNING;
        }
        return Percent.reaches(spent, planned, 70) ? CAUTION : SAFE;
    }

    /** The word of budget-status. */
    public String status() {
        return status;
    }

    /** The word of check-affordability. */
    public String warning() {
        return warning;
    }

    /** Whether spending that leads here still fits the budget. */
    public boolean affordable() {
        return compareTo(DANGER) < 0;
    }
}
