package app.mita.query.calendar;

import app.mita.api.calendar.MonthDocument;
import app.mita.query.readmodel.Rendering;
import app.mita.query.readmodel.View;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.time.YearMonth;

/** A month's calendar (core.md section 9), from its own document alone: the clock does not change it. */
record CalendarScreen(YearMonth month) implements View<MonthDocument> {

    @Override
    public Rendering render(MonthDocument recorded, Instant now) {
        return new Rendering(json(new PlannedMonth(month, recorded.planned(), recorded.spent())), Instant.MAX);
    }

    static byte[] json(PlannedMonth month) {
        return MitaJson.mapper().writeValueAsBytes(Days.calendar(month));
    }
}
