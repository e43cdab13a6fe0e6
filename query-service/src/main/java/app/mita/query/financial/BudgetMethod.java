package app.mita.query.financial;

import app.mita.api.financial.BudgetMethodView;
import app.mita.api.financial.BudgetMethodView.Method;
import app.mita.domain.onboarding.IncomeShares;

/** Names the way in which an income is divided, and says why. */
final class BudgetMethod {

    private BudgetMethod() {}

    static BudgetMethodView of(IncomeShares shares) {
        var method =
                switch (shares.tier()) {
                    case LOW, LOWER_MIDDLE -> "essentials_first";
                    case MIDDLE -> "balanced_percentage";
                    case UPPER_MIDDLE, HIGH -> "wealth_building";
                };
        var description =
                switch (shares.tier()) {
                    case LOW, LOWER_MIDDLE -> "What cannot be done without comes first, then a little is put aside.";
                    case MIDDLE -> "Needs, wants and savings have a fixed share each.";
                    case UPPER_MIDDLE, HIGH -> "A larger share is saved and invested.";
                };
        return new BudgetMethodView(
                new Method(
                        method,
                        description,
                        shares.needs(),
                        shares.wants(),
                        shares.savings(),
                        shares.investments(),
                        shares.shares()),
                shares.tier().word(),
                "People with incomes like yours in your region divide them much like this.");
    }
}
