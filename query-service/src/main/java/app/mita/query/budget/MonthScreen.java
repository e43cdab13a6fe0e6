package app.mita.query.budget;

import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.Opening;
import java.util.function.Function;

/** Figures of the month that a client asks about. */
record MonthScreen(Kind kind, Period period) implements Screen {

    /** Which figures. */
    enum Kind {
        SPENT("What is spent, by category.", Figures::spent),
        REMAINING("What is left, by category.", Figures::remaining),
        LIVE_STATUS("How today stands.", Figures::liveStatus),
        DAILY("The month, day by day.", Figures::daily),
        FORECAST("Where the month leads.", Figures::forecast);

        private final Opening opening;
        private final Function<BudgetMonth, Object> figures;

        /** @param message for people */
        Kind(String message, Function<BudgetMonth, Object> figures) {
            this.opening = Opening.saying(message);
            this.figures = figures;
        }
    }

    Opening opening() {
        return kind.opening;
    }

    @Override
    public Object draw(Sources sources) {
        return kind.figures.apply(BudgetMonth.of(sources, period));
    }
}
