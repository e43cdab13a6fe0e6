package app.mita.query.budget;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.query.readmodel.Rendering;
import app.mita.query.readmodel.View;
import app.mita.query.web.Opening;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.util.function.Function;

/** Figures of a month. Those of the current month are drawn once, for as long as their document and the day last. */
final class MonthScreen implements View<DashboardDocument> {

    private final Opening opening;
    private final Function<BudgetMonth, Object> figures;

    /** @param message for people */
    MonthScreen(String message, Function<BudgetMonth, Object> figures) {
        this.opening = Opening.saying(message);
        this.figures = figures;
    }

    Opening opening() {
        return opening;
    }

    /** Of the current month. */
    @Override
    public Rendering render(DashboardDocument user, Instant now) {
        var month = BudgetMonth.current(user, now);
        return new Rendering(json(month), month.endOfToday());
    }

    byte[] json(BudgetMonth month) {
        return MitaJson.mapper().writeValueAsBytes(figures.apply(month));
    }
}
