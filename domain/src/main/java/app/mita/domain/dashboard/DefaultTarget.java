package app.mita.domain.dashboard;

import app.mita.api.money.Money;
import java.math.BigDecimal;

/** What a day's money is for while there is no plan (core.md section 6). */
public enum DefaultTarget {
    FOOD("Food & Dining", "0.35"),
    TRANSPORTATION("Transportation", "0.25"),
    ENTERTAINMENT("Entertainment", "0.20"),
    SHOPPING("Shopping", "0.20");

    private final String title;
    private final BigDecimal share;

    DefaultTarget(String title, String share) {
        this.title = title;
        this.share = new BigDecimal(share);
    }

    /** As the screen shows it. */
    public String title() {
        return title;
    }

    public Money limit(MonthMoney month) {
        return month.unplannedDay(share);
    }
}
